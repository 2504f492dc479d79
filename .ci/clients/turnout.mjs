// Scenarios beside those of TURNOUT_CLIENTS: clients of each dialect before an upstream of each dialect. The model
// calls the client's shell once, and then says goodbye.
import { T, TU, reply } from '../lib/recorder.mjs';
import others, { chat, responses } from './others.mjs';

const line = 'echo hi-tool';
const described = { command: line, description: 'echo', is_background: false };
const shells = { exec_command: { cmd: line }, run_shell_command: described, bash: described };
const before = 'Running.';
const after = 'Hello from the scripted gateway.';

const isResult = (part) =>
  part.role === 'tool' || part.type === 'function_call_output' || JSON.stringify(part).includes('"tool_result"');
const results = (body) => [...(body?.messages ?? []), ...(body?.input ?? [])].filter(isResult);
const toolNames = (body) => (body?.tools ?? []).map((tool) => tool.function?.name ?? tool.name);

const model = (request, ...more) => {
  const body = request.json;
  const shell = results(body).length === 0 && toolNames(body).find((name) => name in shells);
  const call = shell && { name: shell, arguments: JSON.stringify(shells[shell]) };
  if (/\/chat\/completions$/.test(request.path)) {
    return chat(body, call ? { text: before, tool_calls: [{ id: 'call_1', type: 'function', function: call }] } : { text: after });
  }
  if (/\/responses$/.test(request.path)) {
    const items = call
      ? [{ type: 'message', text: before }, { type: 'function_call', call_id: 'call_1', ...call }]
      : [{ type: 'message', text: after }];
    const events = responses(body, items);
    return body.stream ? { kind: 'sse', events } : { kind: 'json', body: events.at(-1)[1].response };
  }
  if (/\/messages$/.test(request.path)) {
    return call ? reply([T(before), TU(shell, shells[shell], 'toolu_1')], { stop_reason: 'tool_use' }) : reply(after);
  }
  return others['qwen-anthropic'].handler(request, ...more);
};

const check = ({ code, so, log }) =>
  [
    code !== 0 && `exit ${code}`,
    !so.includes(after) && `said ${JSON.stringify(so.slice(-200))}`,
    !log.some((seen) => JSON.stringify(results(seen.body)).includes('hi-tool')) && 'the tool was not run',
  ].filter(Boolean);
const names = ['opencode-openai', 'opencode-anthropic', 'qwen-plain', 'qwen-anthropic', 'codex-plain'];

export default Object.fromEntries(names.map((name) => [`turnout-${name}`, { ...others[name], handler: model, check }]));

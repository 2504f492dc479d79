// Scenarios beside those of TURNOUT_CLIENTS: clients of either dialect before an upstream of either dialect.
import others from './others.mjs';

const either = (request, ...more) => {
  const speaks = /\/messages(\/count_tokens)?$/.test(request.path) ? 'qwen-anthropic' : 'qwen-plain';
  return others[speaks].handler(request, ...more);
};
const check = ({ code, so, log }) =>
  [
    code !== 0 && `exit ${code}`,
    !so.includes('Hello from the scripted gateway') && `said ${JSON.stringify(so.slice(-200))}`,
    !log.some((seen) => JSON.stringify(seen.body?.messages ?? '').includes('hi-tool')) && 'the tool was not run',
  ].filter(Boolean);
const names = ['opencode-openai', 'opencode-anthropic', 'qwen-plain', 'qwen-anthropic'];

export default Object.fromEntries(names.map((name) => [`turnout-${name}`, { ...others[name], handler: either, check }]));

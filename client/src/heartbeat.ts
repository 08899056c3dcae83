const INTERVAL_MS = 20_000;
const PATIENCE_MS = 20_000;

/** Any answer of the server counts as a sign of life, also that it doesn't know the request. */
export const PING = 'vangnet/ping';

/**
 * A server that hangs tells nobody, nor does a Web Worker that dies (a process would close its pipe). So ask now and
 * then; no answer in time means lost. Returns what stops the asking.
 */
export function watchHeartbeat(
  ping: () => Promise<unknown>,
  lost: () => void,
  interval = INTERVAL_MS,
  patience = PATIENCE_MS,
): () => void {
  let waiting: ReturnType<typeof setTimeout> | undefined;
  const alive = () => {
    clearTimeout(waiting);
    waiting = undefined;
  };
  const stop = () => {
    clearInterval(beat);
    alive();
  };
  const beat = setInterval(() => {
    if (waiting !== undefined) return;
    waiting = setTimeout(() => {
      stop();
      lost();
    }, patience);
    ping().then(alive, alive);
  }, interval);
  return stop;
}

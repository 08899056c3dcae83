// @ts-check
/** Loaded into a server before anything else: tells over IPC how long its event loop was held up since it was last asked. */
const { monitorEventLoopDelay } = require('node:perf_hooks');

/** Finer than what is looked for; the probe itself costs next to nothing. */
const RESOLUTION = 1;
const delay = monitorEventLoopDelay({ resolution: RESOLUTION });
delay.enable();
process.on('message', () => {
  const milliseconds = (/** @type {number} */ nanoseconds) => nanoseconds / 1e6 - RESOLUTION;
  process.send?.({ max: milliseconds(delay.max), p99: milliseconds(delay.percentile(99)) });
  delay.reset();
});
// The probe keeps no server alive that wants to end.
process.channel?.unref();

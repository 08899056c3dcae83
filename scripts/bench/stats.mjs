// @ts-check

/** @param {readonly number[]} values @param {number} share 0.5 for the median */
export function quantile(values, share) {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** @typedef {{ median: number, p95: number, samples: number }} Summary */

/** @param {readonly number[]} values @returns {Summary} */
export function summary(values) {
  return { median: quantile(values, 0.5), p95: quantile(values, 0.95), samples: values.length };
}

/** Three significant digits are all that such figures hold. @param {number} value */
export function figure(value) {
  if (!Number.isFinite(value)) return '–';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

/** @param {Summary | undefined} value */
export function both(value) {
  return value ? `${figure(value.median)} / ${figure(value.p95)}` : '–';
}

/**
 * How cost grows with size: 1 is linear, 2 quadratic. The slope of the best line through the logarithms.
 * @param {readonly { size: number, cost: number }[]} points
 */
export function growth(points) {
  const logs = points.map(({ size, cost }) => ({ x: Math.log(size), y: Math.log(cost) }));
  const mean = (/** @type {number[]} */ values) =>
    values.reduce((sum, value) => sum + value, 0) / values.length;
  const x = mean(logs.map((log) => log.x));
  const y = mean(logs.map((log) => log.y));
  const over = logs.reduce((sum, log) => sum + (log.x - x) * (log.y - y), 0);
  return over / logs.reduce((sum, log) => sum + (log.x - x) ** 2, 0);
}

// @ts-check
/** Draws client/media/icon.png: a safety net, held at two posts, under a small round something that falls. */
import { writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const SIZE = 128;
const SAMPLES = 4;
const GROUND = [18, 69, 90];
const NET = [255, 255, 255];
const BALL = [255, 190, 92];

/** How deep the net hangs at x, for its upper edge (0) to its lower edge (1). @param {number} x @param {number} row */
function sag(x, row) {
  const middle = 1 - ((x - 64) / 44) ** 2;
  return 62 + row * 12 + middle * (14 + row * 14);
}

/** @param {number} x @param {number} y */
function onNet(x, y) {
  if (Math.abs(Math.abs(x - 64) - 46) < 3 && y > 48 && y < 108) return true;
  if (x < 20 || x > 108) return false;
  const edges = [0, 1].some((row) => Math.abs(y - sag(x, row)) < 2.6);
  if (edges) return true;
  const depth = (y - sag(x, 0)) / (sag(x, 1) - sag(x, 0));
  if (depth < 0 || depth > 1) return false;
  // Two families of slanted threads make the meshes.
  return [1, -1].some((slant) => {
    const phase = (((x + slant * depth * 15 - 20) % 15) + 15) % 15;
    return Math.min(phase, 15 - phase) < 1.3;
  });
}

/** Whether the point lies in the square with round corners. @param {number} x @param {number} y */
function onGround(x, y) {
  const dx = Math.max(0, Math.abs(x - 64) - 40);
  const dy = Math.max(0, Math.abs(y - 64) - 40);
  return Math.hypot(dx, dy) < 24;
}

/** @param {number} x @param {number} y @returns {number[] | undefined} */
function colour(x, y) {
  if (!onGround(x, y)) return undefined;
  if (Math.hypot(x - 64, y - 38) < 13) return BALL;
  return onNet(x, y) ? NET : GROUND;
}

/** @param {number} px @param {number} py */
function pixel(px, py) {
  let [red, green, blue, hits] = [0, 0, 0, 0];
  for (let i = 0; i < SAMPLES * SAMPLES; i++) {
    const hit = colour(px + ((i % SAMPLES) + 0.5) / SAMPLES, py + (Math.floor(i / SAMPLES) + 0.5) / SAMPLES);
    if (hit === undefined) continue;
    red += hit[0] ?? 0;
    green += hit[1] ?? 0;
    blue += hit[2] ?? 0;
    hits++;
  }
  if (hits === 0) return [0, 0, 0, 0];
  const channels = [red, green, blue].map((sum) => Math.round(sum / hits));
  return [...channels, Math.round((255 * hits) / SAMPLES ** 2)];
}

/** @param {string} type @param {Buffer} data */
function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function png() {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(SIZE, 0);
  header.writeUInt32BE(SIZE, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Array.from({ length: SIZE }, (_, y) => [
    0,
    ...Array.from({ length: SIZE }, (_, x) => pixel(x, y)).flat(),
  ]);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const data = deflateSync(Buffer.from(rows.flat()), { level: 9 });
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', data),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

writeFileSync(new URL('../client/media/icon.png', import.meta.url), png());

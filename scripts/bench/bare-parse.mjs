// @ts-check
/** Reads every case file below a folder and parses it, and nothing else: what `check` is measured beside. */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseDocument } from 'yaml';

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' }))
  if (name.endsWith('.case.yaml')) parseDocument(readFileSync(path.join(folder, name), 'utf8'));

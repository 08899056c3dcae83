import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What a page or an extension can reach another computer by; and what would report how it is used. */
const REACHING =
  /\bfetch\s*\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|RTCPeerConnection|createTelemetryLogger|from '(?:node:)?(?:https?|http2|net|tls|dns|dgram|undici)(?:\/\w+)?'|\bimport\('(?:node:)?(?:https?|net)'/;

describe('the extension', () => {
  const files = readdirSync('client/src', { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.ts'),
  );

  it('has no line that could reach another computer', () => {
    assert.ok(files.length > 40, `${files.length} files`);
    for (const file of files)
      assert.doesNotMatch(readFileSync(path.join('client/src', file), 'utf8'), REACHING, file);
  });

  it('would be found out', () => {
    for (const line of ["await fetch('x')", "import http from 'node:http';", 'new WebSocket(x)'])
      assert.match(line, REACHING);
  });
});

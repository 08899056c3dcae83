// @ts-check
/**
 * `npm run sbom [FILE]`: the CycloneDX list of every package in the lock file, made by npm itself (a tool of its own would
 * bring 150 packages more), by default to out/sbom.cdx.json; the same bytes for the same lock file and npm. What is in the
 * extension or the npm package has the scope `required` and says in which (`vangnet:shipped-in`); what only builds and
 * tests them is `excluded`. Fails on a licence that nobody looked at, and where docs/dependencies.md doesn't explain a
 * direct dependency or is wrong about what is shipped. `--check` writes nothing.
 */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { shippedPackages } from './sbom/shipped.mjs';

const ROOT = path.resolve(fileURLToPath(new URL('..', import.meta.url)));
/** Those that may be bundled with the EUPL-1.2 or used to build. */
const LICENCES =
  /^\(?(?:MIT|MIT-0|ISC|0BSD|BSD-2-Clause|BSD-3-Clause|Apache-2\.0|BlueOak-1\.0\.0|Python-2\.0|PSF-2\.0|Unicode-DFS-2016|CC0-1\.0|CC-BY-4\.0|Unlicense|EUPL-1\.2|MPL-2\.0|Artistic-2\.0)(?: (?:OR|AND|or) .+)?\)?$/;

const args = process.argv.slice(2);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
const text = execFileSync(npm, ['sbom', '--sbom-format=cyclonedx', '--package-lock-only'], {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 64 * 1024 * 1024,
  shell: process.platform === 'win32',
});
const { serialNumber: _serial, ...bom } = JSON.parse(text);
delete bom.metadata.timestamp;

const shipped = await shippedPackages();
for (const component of bom.components) {
  const products = shipped.get(component['bom-ref']);
  component.scope = products ? 'required' : 'excluded';
  if (products)
    component.properties = [
      ...(component.properties ?? []),
      { name: 'vangnet:shipped-in', value: [...products].sort().join(', ') },
    ];
}

const problems = [];
for (const name of shipped.keys())
  if (!bom.components.some((/** @type {Record<string, unknown>} */ one) => one['bom-ref'] === name))
    problems.push(`${name} is shipped and not in the lock file`);
for (const { name, version, licenses = [] } of bom.components) {
  const said = licenses.map(
    (/** @type {any} */ one) => one.expression ?? one.license?.id ?? one.license?.name,
  );
  const isOurs = name.startsWith('@vangnet/') || name === 'vangnet';
  // Packs the extension and is no part of it (docs/dependencies.md); its licence is a file without a name.
  if (/^@vscode\/vsce-sign/.test(name)) continue;
  if (!isOurs && (said.length === 0 || !said.every((/** @type {string} */ one) => LICENCES.test(one))))
    problems.push(`${name} ${version}: licence ${said.join(', ') || 'unknown'}`);
}
const explained = readFileSync(path.join(ROOT, 'docs/dependencies.md'), 'utf8');
if (!explained.includes(`${shipped.size} packages with`))
  problems.push(`docs/dependencies.md doesn't say that ${shipped.size} packages are shipped`);
const ofShipped = /^## In what is shipped$[\s\S]*?(?=^## )/m.exec(explained)?.[0] ?? '';
const isShipped = (/** @type {string} */ name) =>
  [...shipped.keys()].some((one) => one.startsWith(`${name}@`));
for (const file of ['package.json', 'client/package.json', 'server/package.json']) {
  const { dependencies = {}, devDependencies = {} } = JSON.parse(readFileSync(path.join(ROOT, file), 'utf8'));
  for (const name of Object.keys({ ...dependencies, ...devDependencies })) {
    if (!explained.includes(`\`${name}\``)) problems.push(`${file}: ${name} is not in docs/dependencies.md`);
    else if (ofShipped.includes(`\`${name}\``) !== isShipped(name))
      problems.push(
        `${file}: ${name} is ${isShipped(name) ? '' : 'not '}shipped: docs/dependencies.md is wrong`,
      );
  }
}
for (const problem of problems) console.error(problem);
if (!args.includes('--check')) {
  const file = path.resolve(
    args.find((arg) => !arg.startsWith('--')) ?? path.join(ROOT, 'out/sbom.cdx.json'),
  );
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, `${JSON.stringify(bom, undefined, 2)}\n`);
}
console.log(
  `${bom.components.length} packages, ${shipped.size} of them shipped, ${problems.length} problems.`,
);
process.exitCode = problems.length > 0 ? 1 : 0;

// Runs a bundle, with what V8 compiled of it when it was built, if this Node can use that: half of a short run is compiling.
// Any other Node from 22 on keeps such a cache itself, from its first run on, in the system's folder for temporary files.
const { existsSync, readFileSync } = require('node:fs');
const Module = require('node:module');
const path = require('node:path');
const vm = require('node:vm');

/**
 * Where what this Node compiled of a bundle is kept; another version could not use it. It begins with the text itself: V8
 * compares no more of that than its length, and to load what makes a checksum would take longer than to read it twice.
 * @param {string} file
 */
const cacheOf = (file) => `${file}.${process.version}.cache`;
exports.cacheOf = cacheOf;

/** @param {string} file @param {Buffer} source */
function compiledBefore(file, source) {
  if (!existsSync(cacheOf(file))) return undefined;
  const cache = readFileSync(cacheOf(file));
  return cache.subarray(0, source.length).equals(source) ? cache.subarray(source.length) : undefined;
}

/** Runs a CommonJS bundle the quickest way. @param {string} file */
exports.run = (file) => {
  // What Node's own cache knows is found by `require` alone.
  if (existsSync(cacheOf(file))) exports.load(file);
  else require(file);
};

/**
 * @param {string} file a CommonJS bundle
 * @returns {() => Buffer} what the next run can use, once this one is over: the content of {@link cacheOf}
 */
exports.load = (file) => {
  const source = readFileSync(file);
  const cachedData = compiledBefore(file, source);
  const script = new vm.Script(Module.wrap(source.toString('utf8')), { filename: file, cachedData });
  const module = new Module(file);
  module.filename = file;
  module.paths = Module._nodeModulePaths(path.dirname(file));
  const { exports: own } = module;
  script.runInThisContext().call(own, own, Module.createRequire(file), module, file, path.dirname(file));
  return () => Buffer.concat([source, script.createCachedData()]);
};

// Runs before every script, as (function(largest, call) { … })(largest, call).
//
// largest: how many elements or bytes a single built-in step may make or visit.
// call(object, name, arguments): calls a method of Cayley's; a panic in it
// becomes an exception.
"use strict";

// 1. A built-in function that makes something large of something small, or
// that takes long in one step, refuses to: neither the time nor the memory can
// be watched inside it.
function bound(owner, name, size) {
	const original = owner[name];
	if (!original) return;
	Object.defineProperty(owner, name, {
		configurable: true, writable: true,
		value: function (...args) {
			if (size(this, args) > largest)
				throw new RangeError(`${name}: more than ${largest} elements in one step`);
			return original.apply(this, args);
		},
	});
}
const elements = (self) => Object(self).length;
const asked = (self, args) => Number(args[0]);

bound(String.prototype, "repeat", (self, args) => String(self).length * args[0]);
bound(String.prototype, "padStart", asked);
bound(String.prototype, "padEnd", asked);
bound(Array, "from", (self, args) => (args[0] == null ? 0 : args[0].length || 0));
for (const name of Object.getOwnPropertyNames(Array.prototype))
	if (typeof Array.prototype[name] === "function" && !["constructor", "push", "pop"].includes(name))
		bound(Array.prototype, name, elements);
for (const name of Object.getOwnPropertyNames(globalThis))
	if (/Array$|^ArrayBuffer$|^SharedArrayBuffer$|^DataView$/.test(name) && name !== "Array")
		delete globalThis[name];

// 2. Cayley's objects are wrapped. It recurses without end into arguments that
// contain themselves, and some of its methods panic on arguments of a type
// that they do not expect.
const deepest = 100;
const native = Symbol("native");

function check(value, depth) {
	if (value === null || typeof value !== "object" || value[native]) return;
	if (depth > deepest) throw new TypeError("a value contains itself, or is nested too deeply");
	for (const key of Object.keys(value)) check(value[key], depth + 1);
}
function toCayley(value) {
	check(value, 0);
	if (Array.isArray(value)) return value.map(toCayley);
	return value !== null && typeof value === "object" && value[native] || value;
}
function fromCayley(value) {
	return value !== null && typeof value === "object" && typeof value.All === "function" ? new Path(value) : value;
}
function wrap(target, source, original) {
	for (const name of Object.getOwnPropertyNames(source))
		if (typeof source[name] === "function")
			target[name] = function (...args) {
				return fromCayley(call(original || this[native], name, args.map(toCayley)));
			};
}
function Path(path) { Object.defineProperty(this, native, { value: path }); }
wrap(Path.prototype, g.V());
const wrapped = {};
wrap(wrapped, g, g);
globalThis.g = globalThis.graph = wrapped;

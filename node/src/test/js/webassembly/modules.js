'use strict';

/** Modules for the room's tests. Their text stands beside them. */

const bytes = (text) => new Uint8Array(Buffer.from(text, 'base64'));

/** Bytes of a module that has nothing. */
const empty = Uint8Array.of(0, 0x61, 0x73, 0x6d, 1, 0, 0, 0);

/**
 * (module
 *   (import "env" "twice" (func $twice (param i32) (result i32)))
 *   (import "env" "base" (global $base i32))
 *   (memory (export "memory") 1 3)
 *   (global (export "count") (mut i32) (i32.const 0))
 *   (table (export "table") 2 4 funcref)
 *   (data (i32.const 16) "written by the module")
 *   (func $add (export "add") (param i32 i32) (result i32) (i32.add (local.get 0) (local.get 1)))
 *   (elem (i32.const 1) $add)
 *   (func (export "call") (param i32) (result i32) (i32.add (global.get $base) (call $twice (local.get 0))))
 *   (func (export "long") (param i64) (result i64) (i64.mul (local.get 0) (i64.const 3)))
 *   (func (export "half") (param f64) (result f64) (f64.div (local.get 0) (f64.const 2)))
 *   (func (export "two") (param i32) (result i32 i64) (local.get 0) (i64.const 5))
 *   (func (export "grow") (param i32) (result i32) (memory.grow (local.get 0)))
 *   (func (export "bump") (global.set 1 (i32.add (global.get 1) (i32.const 1)))))
 */
const whole = bytes(
  'AGFzbQEAAAABHwZgAX8Bf2ACf38Bf2ABfgF+YAF8AXxgAX8Cf35gAAACGQIDZW52BXR3aWNlAAADZW52BGJhc2UDfwADCAcBAAIDBAAFBAUBcAECBAUEAQEB' +
  'AwYGAX8BQQALB0kKBm1lbW9yeQIABWNvdW50AwEFdGFibGUBAANhZGQAAQRjYWxsAAIEbG9uZwADBGhhbGYABAN0d28ABQRncm93AAYEYnVtcAAHCQcBAEEB' +
  'CwEBCkIHBwAgACABagsJACMAIAAQAGoLBwAgAEIDfgsOACAARAAAAAAAAABAowsGACAAQgULBgAgAEAACwkAIwFBAWokAQsLGwEAQRALFXdyaXR0ZW4gYnkg' +
  'dGhlIG1vZHVsZQ=='
);

/** What `whole` imports. */
const env = { twice: (x) => 2 * x, base: 1000 };

/**
 * (module
 *   (memory 1)
 *   (type $none (func (result i32)))
 *   (table 2 funcref)
 *   (func $one (param i32))
 *   (elem (i32.const 1) $one)
 *   (func (export "unreachable") unreachable)
 *   (func (export "outside") (result i32) (i32.load (i32.const 70000)))
 *   (func (export "divide") (param i32 i32) (result i32) (i32.div_s (local.get 0) (local.get 1)))
 *   (func (export "truncate") (param f64) (result i32) (i32.trunc_f64_s (local.get 0)))
 *   (func (export "indirect") (param i32) (result i32) (call_indirect (type $none) (local.get 0))))
 */
const traps = bytes(
  'AGFzbQEAAAABHAZgAAF/YAF/AGAAAGACf38Bf2ABfAF/YAF/AX8DBwYBAgADBAUEBAFwAAIFAwEAAQc4BQt1bnJlYWNoYWJsZQABB291dHNpZGUAAgZkaXZp' +
  'ZGUAAwh0cnVuY2F0ZQAECGluZGlyZWN0AAUJBwEAQQELAQAKKAYCAAsDAAALCQBB8KIEKAIACwcAIAAgAW0LBQAgAKoLBwAgABEAAAs='
);

/**
 * (module
 *   (import "./dep.mjs" "twice" (func $twice (param i32) (result i32)))
 *   (global (export "answer") i32 (i32.const 42))
 *   (func (export "call") (param i32) (result i32) (call $twice (local.get 0))))
 */
const importing = bytes('AGFzbQEAAAABBgFgAX8BfwITAQkuL2RlcC5tanMFdHdpY2UAAAMCAQAGBgF/AEEqCwcRAgZhbnN3ZXIDAARjYWxsAAEKCAEGACAAEAAL');

/** (module (func (export "wasm:x"))) */
const reserved = bytes('AGFzbQEAAAABBAFgAAADAgEABwoBBndhc206eAAACgQBAgAL');

module.exports = { empty, env, importing, reserved, traps, whole };

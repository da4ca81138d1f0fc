'use strict';

/* `util.parseArgs()`: the options and positionals of a command line. */

const errors = require('internal/errors');
const {
  validateArray, validateBoolean, validateBooleanArray, validateObject, validateString, validateStringArray, validateUnion,
} = require('internal/validators');
const { tokenize } = require('internal/util/parse_args_tokens');

const validators = { string: [validateString, validateStringArray], boolean: [validateBoolean, validateBooleanArray] };

/** An own property, so that nothing on a prototype counts as an option. */
function own(object, key) {
  return Object.hasOwn(object, key) ? object[key] : undefined;
}

/** The command's own arguments: without the program's file, which `-e` and `-p` have none of. */
function commandArguments() {
  const { execArgv, argv } = process;
  const evaluated = execArgv.some((arg) => arg === '-e' || arg === '--eval' || arg === '-p' || arg === '--print');
  return argv.slice(evaluated ? 1 : 2);
}

function validateOptions(options) {
  for (const name of Object.keys(options)) {
    const config = options[name];
    const at = `options.${name}`;
    validateObject(config, at);
    const type = own(config, 'type');
    validateUnion(type, `${at}.type`, ['string', 'boolean']);
    const short = own(config, 'short');
    if (Object.hasOwn(config, 'short')) {
      validateString(short, `${at}.short`);
      if (short.length !== 1) throw new errors.ERR_INVALID_ARG_VALUE(`${at}.short`, short, 'must be a single character');
    }
    const multiple = own(config, 'multiple');
    if (Object.hasOwn(config, 'multiple')) validateBoolean(multiple, `${at}.multiple`);
    const fallback = own(config, 'default');
    if (fallback !== undefined) validators[type][multiple ? 1 : 0](fallback, `${at}.default`);
  }
}

function displayName(name, short) {
  return short === undefined ? `--${name}` : `-${short}, --${name}`;
}

function checkUnknown({ name, rawName }, { options, allowPositionals }) {
  if (!Object.hasOwn(options, name)) throw new errors.ERR_PARSE_ARGS_UNKNOWN_OPTION(rawName, allowPositionals);
}

/** A value that looks like an option was probably not meant as one. */
function checkAmbiguous({ name, rawName, value, inlineValue }) {
  if (inlineValue || typeof value !== 'string' || value.length < 2 || value[0] !== '-') return;
  const isLong = rawName.startsWith('--');
  const example = isLong ? `'${rawName}=-XYZ'` : `'--${name}=-XYZ' or '${rawName}-XYZ'`;
  throw new errors.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${rawName}' argument is ambiguous.
Did you forget to specify the option argument for '${rawName}'?
To specify an option argument starting with a dash use ${example}.`);
}

function checkUsage(token, config) {
  let { name } = token;
  if (config.allowNegative && !Object.hasOwn(config.options, name) && isNegation(token, config)) name = name.slice('no-'.length);
  checkUnknown({ ...token, name }, config);
  const { type, short } = config.options[name];
  const shown = displayName(name, own(config.options[name], 'short') ?? short);
  if (type === 'string' && typeof token.value !== 'string') {
    throw new errors.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown} <value>' argument missing`);
  }
  if (type === 'boolean' && token.value != null) {
    throw new errors.ERR_PARSE_ARGS_INVALID_OPTION_VALUE(`Option '${shown}' does not take an argument`);
  }
}

/** Whether `--no-name` switches `name` off, which strings cannot be. */
function isNegation({ name }, { options }) {
  if (!name.startsWith('no-')) return false;
  const positive = name.slice('no-'.length);
  return !Object.hasOwn(options, positive) || own(options[positive], 'type') === 'boolean';
}

function store(token, config, values) {
  let { name, value } = token;
  if (config.allowNegative && isNegation(token, config)) {
    name = name.slice('no-'.length);
    token.name = name;
    value = value ?? false;
  }
  if (name === '__proto__') return;
  const chosen = value ?? true;
  if (Object.hasOwn(config.options, name) && own(config.options[name], 'multiple')) (values[name] ??= []).push(chosen);
  else values[name] = chosen;
}

/**
 * @param {{args?: string[], options?: object, strict?: boolean, allowPositionals?: boolean, allowNegative?: boolean, tokens?: boolean}} [config]
 * @returns {{values: object, positionals: string[], tokens?: object[]}}
 */
const { parseArgs } = { parseArgs(config = undefined) {
  const given = typeof config === 'object' && config !== null ? config : {};
  const args = own(given, 'args') ?? commandArguments();
  const strict = own(given, 'strict') ?? true;
  const allowPositionals = own(given, 'allowPositionals') ?? !strict;
  const returnTokens = own(given, 'tokens') ?? false;
  const allowNegative = own(given, 'allowNegative') ?? false;
  const options = own(given, 'options') ?? { __proto__: null };
  validateArray(args, 'args');
  validateBoolean(strict, 'strict');
  validateBoolean(allowPositionals, 'allowPositionals');
  validateBoolean(returnTokens, 'tokens');
  validateBoolean(allowNegative, 'allowNegative');
  validateObject(options, 'options');
  validateOptions(options);
  const all = { options, strict, allowPositionals, allowNegative };
  const tokens = tokenize([...args], options);
  const values = { __proto__: null };
  const positionals = [];
  for (const token of tokens) {
    if (token.kind === 'option') {
      if (strict) {
        checkUsage(token, all);
        checkAmbiguous(token);
      }
      store(token, all, values);
    } else if (token.kind === 'positional') {
      if (!allowPositionals) throw new errors.ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL(token.value);
      positionals.push(token.value);
    }
  }
  for (const name of Object.keys(options)) {
    const fallback = own(options[name], 'default');
    if (name !== '__proto__' && fallback !== undefined && values[name] === undefined) values[name] = fallback;
  }
  return returnTokens ? { values, positionals, tokens } : { values, positionals };
} };

module.exports = { parseArgs };

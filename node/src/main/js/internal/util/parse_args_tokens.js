'use strict';

/* The parts of a command line, as getopt(3) and its long form read them. */

function isString(options, name) {
  return Object.hasOwn(options, name) && options[name].type === 'string';
}

/** The long name of a short option; the letter itself if no option claims it. */
function longName(letter, options) {
  for (const name of Object.keys(options)) if (Object.hasOwn(options[name], 'short') && options[name].short === letter) return name;
  return letter;
}


/** `-abc` as its letters up to the first that takes the rest as its value. */
function lettersOf(arg, options) {
  const letters = [];
  for (let i = 1; i < arg.length; i++) {
    const name = longName(arg[i], options);
    const rest = arg.slice(i + 1);
    if (isString(options, name) && rest !== '') {
      letters.push({ name, rawName: `-${arg[i]}`, value: rest });
      break;
    }
    letters.push({ name, rawName: `-${arg[i]}`, value: undefined });
  }
  return letters;
}

/**
 * @param {string[]} args
 * @param {object} options
 * @returns {object[]} tokens of the kinds option, positional and option-terminator, in their order
 */
function tokenize(args, options) {
  const tokens = [];
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === '--') {
      tokens.push({ kind: 'option-terminator', index });
      for (index++; index < args.length; index++) tokens.push({ kind: 'positional', index, value: args[index] });
    } else if (arg.startsWith('--') && arg.length > 2) {
      index = long(arg, index, args, options, tokens);
    } else if (arg.startsWith('-') && arg.length > 1) {
      index = short(arg, index, args, options, tokens);
    } else {
      tokens.push({ kind: 'positional', index, value: arg });
    }
  }
  return tokens;
}

function long(arg, index, args, options, tokens) {
  const equals = arg.indexOf('=', 3);
  if (equals !== -1) {
    const name = arg.slice(2, equals);
    tokens.push({ kind: 'option', name, rawName: `--${name}`, index, value: arg.slice(equals + 1), inlineValue: true });
    return index;
  }
  return withNext(arg.slice(2), arg, index, args, options, tokens);
}

function short(arg, index, args, options, tokens) {
  const letters = lettersOf(arg, options);
  const last = letters.pop();
  for (const { name, rawName } of letters) tokens.push({ kind: 'option', name, rawName, index, value: undefined, inlineValue: undefined });
  const { name, rawName, value } = last;
  if (value === undefined) return withNext(name, rawName, index, args, options, tokens);
  tokens.push({ kind: 'option', name, rawName, index, value, inlineValue: true });
  return index;
}

/** An option that takes a value has the next argument for it, whatever that looks like. */
function withNext(name, rawName, index, args, options, tokens) {
  const takes = isString(options, name) && index + 1 < args.length;
  const value = takes ? args[index + 1] : undefined;
  tokens.push({ kind: 'option', name, rawName, index, value, inlineValue: takes ? false : undefined });
  return takes ? index + 1 : index;
}

module.exports = { tokenize };

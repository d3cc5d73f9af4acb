import type { FunctionCall, Reference } from '../../../../flow/descriptor.ts';
import { functionCallSchema } from '../../../../flow/descriptor.ts';

import { parsePath } from '../../../../flow/path.ts';
import { sameValue } from '../../../../flow/same-value.ts';
import { jsonTextAt, parsedJson } from './json-text-at.ts';

/**
 * References as text, for clipboards and other programs:
 *
 * ```
 * pill      = "{{{" [variable] { " | " call } "}}}"
 * variable  = path | "$" JSON string          the second for what is no path
 * call      = name ["(" [arguments] ")"] [" onError: keep"] | JSON object
 * arguments = argument { ", " argument }      those by place before those by name
 * argument  = JSON value | name ": " JSON value
 * ```
 *
 * `{{{$.event.out.data.name | g_replace("a", "b") | g_uppercase}}}`, `{{{ | g_now}}}`. A variable alone is the old form
 * `{{{$.id.port.path}}}`, which other tools of the interface read. A JSON object is a call as a document holds it, for
 * what the short form cannot say. The text has no line's end.
 */
export function textOfReference({ variable, functions = [] }: Reference): string {
  const head = variable === undefined ? '' : isPathText(variable) ? variable : `$${JSON.stringify(variable)}`;
  return `{{{${head}${functions.map((call) => ` | ${textOfCall(call)}`).join('')}}}}`;
}

/** The pill that stands in a text from `at` on, and where it ends; undefined for what is none. */
export function readReference(text: string, at: number): { reference: Reference; end: number } | undefined {
  if (!text.startsWith('{{{', at)) return undefined;
  const read = variableAt(text, at + 3);
  if (!read) return undefined;
  const functions: FunctionCall[] = [];
  let { end } = read;
  for (let bar = matchAt(/[ \t]*\|[ \t]*/y, text, end); bar; bar = matchAt(/[ \t]*\|[ \t]*/y, text, end)) {
    const call = callAt(text, end + bar[0].length);
    if (!call) return undefined;
    functions.push(call.call);
    ({ end } = call);
  }
  const close = matchAt(/[ \t]*\}\}\}/y, text, end);
  if (!close || (read.variable === undefined && functions.length === 0)) return undefined;
  const { variable } = read;
  return {
    reference: { ...(variable === undefined ? {} : { variable }), functions },
    end: end + close[0].length,
  };
}

const path =
  /\$\.[^.[\]{}|"\s]+\.[^.[\]{}|"\s]+(?:\.[\p{L}\p{N}_-]+|\.?\[(?:-?\d+|"[^"\\]*(?:\\.[^"\\]*)*")\])*/uy;
const word = /[\p{L}_][\p{L}\p{N}_]*/uy;
const keeps = / onError: keep(?![\w])/y;

function isPathText(variable: string): boolean {
  return matchAt(path, variable, 0)?.[0] === variable && parsePath(variable) !== undefined;
}

function textOfCall(call: FunctionCall): string {
  const { name, params = [], hashParams = {}, onError } = call;
  const named = Object.entries(hashParams).map(([key, { value }]) => `${key}: ${JSON.stringify(value)}`);
  const given = [...params.map(({ value }) => JSON.stringify(value)), ...named];
  const short = `${name}${given.length > 0 ? `(${given.join(', ')})` : ''}${onError === 'keep' ? ' onError: keep' : ''}`;
  const read = callAt(short, 0);
  const isWhole = read?.end === short.length && sameValue(read.call, withoutEmpty(call));
  return isWhole ? short : JSON.stringify(call);
}

/** Arguments that are none say nothing. */
function withoutEmpty(call: FunctionCall): FunctionCall {
  const { params, hashParams, ...rest } = call;
  return {
    ...rest,
    ...(params && params.length > 0 ? { params } : {}),
    ...(hashParams && Object.keys(hashParams).length > 0 ? { hashParams } : {}),
  };
}

function variableAt(text: string, at: number): { variable?: string; end: number } | undefined {
  if (text.startsWith('$"', at)) {
    const written = jsonTextAt(text, at + 1);
    const variable = written === undefined ? undefined : parsedJson(written);
    return typeof variable === 'string' ? { variable, end: at + 1 + written!.length } : undefined;
  }
  const variable = matchAt(path, text, at)?.[0];
  if (variable === undefined) return { end: at };
  return parsePath(variable) ? { variable, end: at + variable.length } : undefined;
}

function callAt(text: string, at: number): { call: FunctionCall; end: number } | undefined {
  if (text[at] === '{') {
    const written = jsonTextAt(text, at);
    const call = written === undefined ? undefined : parsedJson(written);
    return isCall(call) ? { call, end: at + written!.length } : undefined;
  }
  const name = matchAt(word, text, at)?.[0];
  if (name === undefined) return undefined;
  const given = argumentsAt(text, at + name.length);
  if (!given) return undefined;
  const keep = matchAt(keeps, text, given.end);
  return {
    call: { name, ...given.given, ...(keep ? { onError: 'keep' } : {}) },
    end: given.end + (keep?.[0].length ?? 0),
  };
}

/** Told of the value itself: the schema's own answer would leave out an argument named `__proto__`. */
function isCall(value: unknown): value is FunctionCall {
  return functionCallSchema.safeParse(value).success;
}

type Given = Pick<FunctionCall, 'params' | 'hashParams'>;

function argumentsAt(text: string, from: number): { given: Given; end: number } | undefined {
  if (text[from] !== '(') return { given: {}, end: from };
  const params: { value: unknown }[] = [];
  const named: [string, { value: unknown }][] = [];
  let at = from + 1 + (matchAt(/[ \t]+/y, text, from + 1)?.[0].length ?? 0);
  while (text[at] !== ')') {
    const name = matchAt(/([\p{L}_][\p{L}\p{N}_]*):[ \t]*/uy, text, at);
    const start = at + (name?.[0].length ?? 0);
    const written = jsonTextAt(text, start);
    const value = written === undefined ? undefined : parsedJson(written);
    if (value === undefined || (!name && named.length > 0)) return undefined;
    if (name) named.push([name[1]!, { value }]);
    else params.push({ value });
    at = start + written!.length;
    const next = matchAt(/[ \t]*,[ \t]*|[ \t]*(?=\))/y, text, at);
    if (!next) return undefined;
    at += next[0].length;
  }
  return {
    given: {
      ...(params.length > 0 ? { params } : {}),
      ...(named.length > 0 ? { hashParams: Object.fromEntries(named) } : {}),
    },
    end: at + 1,
  };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

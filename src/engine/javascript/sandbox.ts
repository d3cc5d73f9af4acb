import variant from '@jitl/quickjs-wasmfile-release-sync';
import {
  newQuickJSWASMModuleFromVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSWASMModule,
  Scope,
} from 'quickjs-emscripten-core';
import { limits } from './limits.ts';

/** A call as it travels: values as JSON text, each in a list of its own, which is empty for undefined. */
export type SandboxCall = { kind: 'code' | 'function'; text: string; values: string };

/** Why a call failed: `thrown` by its code, or by us. `result` is JSON text; without it there is none. */
export type SandboxOutcome =
  | { result: string | undefined }
  | { failure: 'thrown'; reason: string }
  | { failure: 'time' | 'memory' | 'stack' | 'size' | 'promise' | 'notFunction' };

export type Sandbox = (call: SandboxCall) => SandboxOutcome;

/**
 * Loads QuickJS. Each call runs in a new context of its own, in which there is the language and nothing else: no timers,
 * no modules, no host objects; what goes in and comes out is JSON text.
 */
export async function loadSandbox(clock: () => number): Promise<Sandbox> {
  const quickjs = await newQuickJSWASMModuleFromVariant(variant);
  return (call) => runIn(quickjs, call, clock);
}

function runIn(quickjs: QuickJSWASMModule, call: SandboxCall, clock: () => number): SandboxOutcome {
  const runtime = quickjs.newRuntime();
  runtime.setMemoryLimit(limits.memoryBytes);
  runtime.setMaxStackSize(limits.stackBytes);
  const deadline = clock() + limits.timeMs;
  runtime.setInterruptHandler(() => clock() > deadline);
  const context = runtime.newContext();
  // Every handle goes with the scope: the runtime can be given back only when nothing of it is held.
  const outcome = Scope.withScope((scope) => evaluate(scope, context, call, () => clock() > deadline));
  context.dispose();
  runtime.dispose();
  return outcome;
}

/** The prelude keeps the JSON of the context to itself: code may change its own. */
const prelude = `(() => {
  const { parse, stringify } = JSON;
  const isPromise = (value) => value instanceof Promise;
  const apply = Reflect.apply;
  return (callee, values) => {
    const result = apply(callee, undefined, parse(values).map(([value]) => value));
    if (isPromise(result)) return 'promise';
    const json = stringify(result);
    return json === undefined ? 'none' : json.length > ${limits.resultCharacters} ? 'size' : ' ' + json;
  };
})()`;

function evaluate(
  scope: Scope,
  context: QuickJSContext,
  call: SandboxCall,
  isLate: () => boolean,
): SandboxOutcome {
  const failed = (error: QuickJSHandle): SandboxOutcome => failureOf(scope, context, error, isLate());
  const evaluated = (code: string, file = 'code.js'): Evaluated => {
    const result = context.evalCode(code, file);
    return result.error ? { error: scope.manage(result.error) } : { callee: scope.manage(result.value) };
  };
  const invoke = evaluated(prelude, 'prelude.js');
  if ('error' in invoke) return failed(invoke.error);
  const compiled = compile(evaluated, call);
  if ('error' in compiled) return failed(compiled.error);
  const { callee } = compiled;
  if (context.typeof(callee) !== 'function') return { failure: 'notFunction' };
  const values = scope.manage(context.newString(call.values));
  const answer = context.callFunction(invoke.callee, context.undefined, callee, values);
  if (answer.error) return failed(scope.manage(answer.error));
  const text = context.getString(scope.manage(answer.value));
  if (text === 'none') return { result: undefined };
  return text === 'promise' || text === 'size' ? { failure: text } : { result: text.slice(1) };
}

type Evaluated = { callee: QuickJSHandle } | { error: QuickJSHandle };

/** An expression or a function is tried first; what is none may be the body of a function. */
function compile(evaluated: (code: string) => Evaluated, { kind, text }: SandboxCall): Evaluated {
  if (kind === 'function') return evaluated(`(\n${text}\n)`);
  const expression = evaluated(
    `(value) => { const made = (\n${text}\n); return typeof made === 'function' ? made(value) : made; }`,
  );
  return 'error' in expression ? evaluated(`(function (value) {\n${text}\n})`) : expression;
}

function failureOf(
  scope: Scope,
  context: QuickJSContext,
  error: QuickJSHandle,
  late: boolean,
): SandboxOutcome {
  const textMember = (name: string) => readText(scope, context, error, name);
  const name = textMember('name');
  const message = textMember('message');
  if (name === 'InternalError') {
    if (message === 'interrupted' || late) return { failure: 'time' };
    if (message === 'out of memory') return { failure: 'memory' };
    if (message === 'stack overflow') return { failure: 'stack' };
  }
  if (message === undefined) return { failure: 'thrown', reason: shorten(printed(context, error)) };
  const line = lineOf(textMember('stack'));
  return {
    failure: 'thrown',
    reason: shorten(
      `${name && name !== 'Error' ? `${name}: ` : ''}${message}${line ? ` (line ${line})` : ''}`,
    ),
  };
}

/** Code stands a line further down than its author wrote it. */
function lineOf(stack: string | undefined): number | undefined {
  const line = Number(/code\.js:(\d+)/.exec(stack ?? '')?.[1] ?? 0) - 1;
  return line >= 1 ? line : undefined;
}

/** A member that is a text itself: nothing of the code is run to get at it but a getter of its own, which is limited too. */
function readText(
  scope: Scope,
  context: QuickJSContext,
  error: QuickJSHandle,
  name: string,
): string | undefined {
  if (context.typeof(error) !== 'object') return undefined;
  const member = scope.manage(context.getProp(error, name));
  return context.typeof(member) === 'string' ? context.getString(member) : undefined;
}

function printed(context: QuickJSContext, value: QuickJSHandle): string {
  const type = context.typeof(value);
  if (type === 'string') return context.getString(value);
  if (type === 'number') return String(context.getNumber(value));
  return type;
}

function shorten(text: string): string {
  return text.length > 300 ? `${text.slice(0, 299)}…` : text;
}

import type { z } from 'zod';
import { ApiError } from '../../contract/errors.ts';
import type { replaceModifiers } from '../../contract/modifiers.ts';
import type { Engine } from '../../engine/engine.ts';
import { NotNow } from '../../flow/modifiers/not-now.ts';
import { MessageError } from '../../flow/messages/message-error.ts';
import { findModifier, modifierCategories } from '../../flow/modifiers/catalogue.ts';
import type { CustomModifier } from '../../flow/modifiers/custom.ts';
import type { CustomModifierSet } from '../../store/custom-modifiers.ts';

type Given = z.output<NonNullable<(typeof replaceModifiers)['body']>>;

/**
 * The installation's own modifiers among those given. Built-in ones stay as they are: as GET gives them they are left out,
 * with a function of their own they are refused, since nobody would notice that a built-in name means something else.
 *
 * @throws ApiError BAD_REQUEST naming the modifier
 */
export async function customSetOf(engine: Engine, given: Given): Promise<CustomModifierSet> {
  const modifiers: CustomModifier[] = [];
  for (const [name, { helperFn = '', ...described }] of Object.entries(given.modifiers)) {
    const path = `body.modifiers.${name}.helperFn`;
    if (findModifier(name)) {
      if (helperFn === '') continue;
      throw new ApiError(
        'BAD_REQUEST',
        `${path}: ${name} is built in and cannot be replaced; choose another name`,
        { path },
      );
    }
    if (!/^[A-Za-z]\w{0,99}$/.test(name)) {
      throw new ApiError(
        'BAD_REQUEST',
        `${path}: a name begins with a letter and has letters, digits and _ only`,
        { path },
      );
    }
    if (helperFn.trim() === '') throw new ApiError('BAD_REQUEST', `${path}: it needs a function`, { path });
    await assertFunction(engine, helperFn, path);
    modifiers.push({ ...described, name, helperFn });
  }
  const groups = Object.entries(given.categories ?? {})
    .filter(([id]) => !Object.hasOwn(modifierCategories, id))
    .map(([id, { label, index }]) => ({ id, label, index }));
  return { modifiers, groups };
}

/** The text must make a function; what that does is found out when it is called. */
async function assertFunction(engine: Engine, helperFn: string, path: string): Promise<void> {
  try {
    const made = await engine.evaluate({
      kind: 'function',
      text: `() => typeof (\n${helperFn}\n)`,
      values: [],
    });
    if (made !== 'function') throw new ApiError('BAD_REQUEST', `${path}: it is not a function`, { path });
  } catch (error) {
    if (error instanceof NotNow) throw new ApiError('TOO_MANY_REQUESTS', error.message);
    if (error instanceof MessageError)
      throw new ApiError('BAD_REQUEST', `${path}: ${error.message}`, { path });
    throw error;
  }
}

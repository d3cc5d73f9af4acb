import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import { deleteModifiers, listModifiers, replaceModifiers, testModifier } from '../../contract/modifiers.ts';
import { NotNow } from '../../flow/modifiers/not-now.ts';
import { MessageError } from '../../flow/messages/message-error.ts';
import { assertAdmin } from '../auth/assert-admin.ts';
import { customSetOf } from '../modifiers/custom-set.ts';
import { presentModifiers, presentOwnModifiers } from '../presenters/modifiers.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** One thread runs them all: nobody may fill its queue. */
const mostAtOnce = 10;

/** Functions applied to variables: the list, the installation's own, and trying one. */
export function modifierRoutes(app: FastifyInstance, services: Services): void {
  const { engine, customModifiers } = services;
  /** User ids, one for each call at work. */
  const atWork: string[] = [];

  registerEndpoint(app, services, listModifiers, async ({ query }) => {
    const set = await customModifiers.refresh();
    return query.own ? presentOwnModifiers(set) : presentModifiers(set);
  });

  registerEndpoint(app, services, replaceModifiers, async ({ user, body }) => {
    assertAdmin(user);
    const set = await customSetOf(engine, body);
    await customModifiers.replace(set);
    return presentModifiers(set);
  });

  registerEndpoint(app, services, deleteModifiers, async ({ user }) => {
    assertAdmin(user);
    const none = { modifiers: [], groups: [] };
    await customModifiers.replace(none);
    return presentModifiers(none);
  });

  registerEndpoint(app, services, testModifier, async ({ user, body, reply }) => {
    if (atWork.filter((id) => id === user.id).length >= mostAtOnce) {
      throw new ApiError('TOO_MANY_REQUESTS', `At most ${mostAtOnce} modifiers are tried at the same time.`);
    }
    atWork.push(user.id);
    try {
      const value = await engine.evaluate(
        { kind: body.kind, text: body.helperFn, values: body.arguments },
        user.id,
      );
      if (value === undefined)
        throw new ApiError('BAD_REQUEST', 'The function gives no value.', { nothing: true });
      // The framework would send a text as it is, and nothing for null.
      void reply.type('application/json; charset=utf-8');
      return JSON.stringify(value);
    } catch (error) {
      if (error instanceof NotNow)
        throw new ApiError('TOO_MANY_REQUESTS', error.message, { said: error.said });
      if (error instanceof MessageError)
        throw new ApiError('BAD_REQUEST', error.message, { said: error.said });
      throw error;
    } finally {
      atWork.splice(atWork.indexOf(user.id), 1);
    }
  });
}

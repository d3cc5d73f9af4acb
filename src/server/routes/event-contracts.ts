import type { FastifyInstance } from 'fastify';
import { ApiError } from '../../contract/errors.ts';
import {
  acceptEventDrift,
  changeEventContract,
  forgetEventContract,
  listEventContracts,
  listEventUses,
  readEventContract,
  readEventTypes,
  teachEventContract,
} from '../../contract/event-contracts.ts';
import { readAgreement } from '../../flow/event-contract/agreement.ts';
import { acceptDrift, teach } from '../../flow/event-contract/learning.ts';
import { mergeAll } from '../../flow/event-contract/merge-shapes.ts';
import { shapeOf } from '../../flow/event-contract/observe.ts';
import { typeScriptOf } from '../../flow/event-contract/typescript.ts';
import { usesOfEvent } from '../../flow/event-contract/uses.ts';
import { formatSteps } from '../../flow/path.ts';
import {
  agreeOnContract,
  changeLearning,
  deleteEventContract,
  findEventContract,
  listEventContracts as listRows,
} from '../../store/event-contracts.ts';
import { flowsHolding } from '../../store/flows.ts';
import { presentContract, presentContractSummary, schemaInForce } from '../presenters/event-contract.ts';
import { registerEndpoint } from '../register-endpoint.ts';
import type { Services } from '../services.ts';

/** Flows that people edit or publish: an instance is as its template is. */
const edited = ['automation', 'integration-draft', 'integration-template'] as const;
const mostFlows = 200;
/** Bytes: the longest example or schema (`longestExample`), were each of its characters of three bytes. */
const exampleLimit = 16 * 1024 * 1024;

/** What is known of the data of events, and what was agreed on. Each user has contracts of their own. */
export function eventContractRoutes(app: FastifyInstance, services: Services): void {
  const { engine, clock } = services;
  const { db } = services.database;

  const present = async (ownerId: string, event: string) =>
    presentContract(event, await findEventContract(db, ownerId, event));

  registerEndpoint(app, services, listEventContracts, async ({ user, query }) => {
    await engine.flushLearning();
    return (await listRows(db, user.id, query.limit)).map(presentContractSummary);
  });

  registerEndpoint(app, services, readEventContract, async ({ user, params: { event } }) => {
    await engine.flushLearning();
    return present(user.id, event);
  });

  registerEndpoint(
    app,
    services,
    changeEventContract,
    async ({ user, params: { event }, body }) => {
      if (!body.locked && body.checking !== 'off') {
        throw new ApiError('BAD_REQUEST', 'Only a locked contract can be checked.');
      }
      await engine.flushLearning();
      const row = await findEventContract(db, user.id, event);
      const schema = body.schema ?? schemaInForce(row);
      if (body.locked && !body.schema && (row?.learning.learnt.seen ?? 0) === 0 && !row?.locked_schema) {
        throw new ApiError(
          'BAD_REQUEST',
          'Nothing is known of this event yet: give a schema, or an example first.',
        );
      }
      await agreeOnContract(
        db,
        { ownerId: user.id, event },
        { lockedSchema: body.locked ? schema : null, checking: body.checking, at: clock() },
      );
      engine.contractsChanged();
      return present(user.id, event);
    },
    { bodyLimit: exampleLimit },
  );

  registerEndpoint(
    app,
    services,
    teachEventContract,
    async ({ user, params: { event }, body }) => {
      const shape = mergeAll(body.examples.map((example) => shapeOf(example, { keepValues: true })));
      await changeLearning(
        db,
        { ownerId: user.id, event },
        { learning: (before) => teach(before, shape), at: clock() },
      );
      return present(user.id, event);
    },
    { bodyLimit: exampleLimit },
  );

  registerEndpoint(app, services, acceptEventDrift, async ({ user, params: { event } }) => {
    await engine.flushLearning();
    await changeLearning(db, { ownerId: user.id, event }, { learning: acceptDrift, at: clock() });
    return present(user.id, event);
  });

  registerEndpoint(app, services, forgetEventContract, async ({ user, params: { event } }) => {
    await engine.flushLearning();
    if (!(await deleteEventContract(db, user.id, event))) throw new ApiError('NOT_FOUND');
    engine.contractsChanged();
    return {};
  });

  registerEndpoint(app, services, readEventTypes, async ({ user, params: { event } }) => {
    await engine.flushLearning();
    const row = await findEventContract(db, user.id, event);
    return { typescript: typeScriptOf(event, readAgreement(schemaInForce(row)).agreement) };
  });

  registerEndpoint(app, services, listEventUses, async ({ user, params: { event } }) => {
    const wanted = { userId: user.id, text: event, types: [...edited], limit: mostFlows };
    const flows = await flowsHolding(db, wanted);
    return flows.flatMap(({ id, name, type, descriptor }) =>
      usesOfEvent(descriptor, services.catalogue, event).map(({ steps, ...use }) => ({
        flowId: id,
        flowName: name,
        flowType: type as (typeof edited)[number],
        ...use,
        path: formatSteps(steps),
        steps,
      })),
    );
  });
}

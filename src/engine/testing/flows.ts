import { randomUUID } from 'node:crypto';
import type { Descriptor, ErrorHandling, FlowNode, Mapping } from '../../flow/descriptor.ts';
import type { Database } from '../../store/database.ts';
import { types } from './catalogue.ts';

export type TestNode = {
  type: keyof typeof types;
  properties?: Record<string, unknown>;
  /** Sender and out port of each link into `in`; all share one lambda. */
  from?: [componentId: string, outPort: string][];
  /** The same for another in port. */
  into?: Record<string, { from: [componentId: string, outPort: string][]; lambda?: Record<string, unknown> }>;
  /** May hold variables as text: `{{{$.t.out.data}}}`. */
  lambda?: Record<string, unknown>;
  modifiers?: Mapping['modifiers'];
  errorHandling?: ErrorHandling;
  disabled?: boolean;
};

/** A descriptor from the few things a test cares about. */
export function descriptorOf(nodes: Record<string, TestNode>): Descriptor {
  return Object.fromEntries(
    Object.entries(nodes).map(([id, { type, properties, from = [], ...rest }]) => {
      const { lambda = {}, modifiers, into = {}, errorHandling, disabled } = rest;
      const source: NonNullable<FlowNode['source']> = {};
      const transform: Record<string, Record<string, Record<string, Mapping>>> = {};
      const link = (inPort: string, links: [string, string][], mapping: Mapping) => {
        for (const [sender, port] of links) {
          const senders = (source[inPort] ??= {});
          senders[sender] = [...[senders[sender] ?? []].flat(), port];
          ((transform[inPort] ??= {})[sender] ??= {})[port] = mapping;
        }
      };
      link('in', from, modifiers ? { lambda, modifiers } : { lambda });
      for (const [inPort, one] of Object.entries(into)) {
        link(inPort, one.from, { lambda: one.lambda ?? {} });
      }
      const node: FlowNode = {
        type: types[type],
        x: 0,
        y: 0,
        source,
        config: { properties: properties ?? {}, transform },
        ...(errorHandling ? { errorHandling } : {}),
        ...(disabled ? { disabled } : {}),
      };
      return [id, node];
    }),
  );
}

export async function insertUser(database: Database): Promise<string> {
  const id = randomUUID();
  await database.db
    .insertInto('users')
    .values({ id, username: id, password_hash: '', scope: ['user'], created_at: new Date() })
    .execute();
  return id;
}

export async function insertFlow(
  database: Database,
  userId: string,
  nodes: Record<string, TestNode>,
): Promise<string> {
  const id = randomUUID();
  const now = new Date();
  await database.db
    .insertInto('flows')
    .values({
      id,
      user_id: userId,
      name: 'A flow',
      type: 'automation',
      descriptor: JSON.stringify(descriptorOf(nodes)),
      created_at: now,
      modified_at: now,
    })
    .execute();
  return id;
}

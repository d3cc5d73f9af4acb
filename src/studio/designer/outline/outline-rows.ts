import type { Catalogue } from '../../../flow/definition.ts';
import type { Descriptor } from '../../../flow/descriptor.ts';
import { incoming, type Link, outgoing, topologicalOrder } from '../../../flow/graph.ts';
import type { Gap } from '../../../flow/insertion.ts';
import { cardPorts } from '../canvas/card-ports.ts';
import { dominatorsOf } from './dominators.ts';

type Placed = {
  key: string;
  /** 1 at the left. */
  level: number;
  /** Place among the rows of the same parent, from 1, and their number. */
  position: number;
  siblings: number;
};

/** A component, at its one place in the list. */
export type ComponentRow = Placed & {
  kind: 'component';
  id: string;
  /** Place in the flow, from 1. */
  step: number;
  /** Links into it from elsewhere than the row it stands behind. */
  alsoFrom: Link[];
  /** Links out of it to what stands neither in its branches nor right behind it. */
  goesOnTo: Link[];
  /** Where a component added behind it goes; undefined for one that sends nothing. */
  gap: Gap | undefined;
  hasBranches: boolean;
};

/** What follows one out port, for a component from which several ways lead on. */
export type BranchRow = Placed & {
  kind: 'branch';
  from: string;
  outPort: string;
  /** What it begins with: a component below this row, or one that stands elsewhere. Undefined: nothing yet. */
  link: Link | undefined;
  leadsElsewhere: boolean;
  gap: Gap;
};

/** A note, behind all components. */
export type NoteRow = Placed & {
  kind: 'note';
  id: string;
  /** Which one among the notes, from 1, and their number. */
  place: number;
  count: number;
  /** Nothing comes behind a note. */
  gap: undefined;
};

/** What belongs to the flow itself. */
export type FlowRow = ComponentRow | BranchRow;
export type OutlineRow = FlowRow | NoteRow;

type Unplaced = (Omit<ComponentRow, 'position' | 'siblings'> | Omit<BranchRow, 'position' | 'siblings'>) & {
  parent: string | undefined;
};

/**
 * A flow as the rows of a nested list. A chain stays on one level; where ways part, each is a branch with its port's
 * name, one level deeper; where they meet again, the list goes on below them on the level where they parted. So every
 * component comes once, behind all that is upstream of it.
 */
export function outlineRows(descriptor: Descriptor, catalogue: Catalogue): FlowRow[] {
  const order = topologicalOrder(descriptor);
  const steps = new Map(order.map((id, index) => [id, index + 1]));
  const children = childrenOf(order, dominatorsOf(descriptor, order));
  const rows: Unplaced[] = [];
  type Task = { id: string; level: number; parent: string | undefined; behind: string | undefined };
  type Pending = Task | Unplaced;
  // A stack of our own: a chain may be longer than the engine's.
  const pending: Pending[] = [];
  const pushAll = (items: Pending[]) => {
    for (const item of items.toReversed()) pending.push(item);
  };
  pushAll(
    (children.get(undefined) ?? []).map((id) => ({ id, level: 1, parent: undefined, behind: undefined })),
  );

  for (let next = pending.pop(); next; next = pending.pop()) {
    if ('key' in next) {
      rows.push(next);
      continue;
    }
    const { id, level, parent, behind } = next;
    const following = children.get(id) ?? [];
    const ports = cardPorts(descriptor, catalogue, id).out;
    const leaving = outgoing(descriptor, id);
    const straight = ports.length <= 1 && leaving.length <= 1;
    const branches = ports.length === 0 || straight ? [] : branchesOf({ descriptor, id, ports, following });
    const inBranches = new Set(
      branches.flatMap(({ link, leadsElsewhere }) => (link && !leadsElsewhere ? [link.to] : [])),
    );
    rows.push({
      kind: 'component',
      key: `component ${id}`,
      id,
      step: steps.get(id)!,
      level,
      parent,
      alsoFrom: incoming(descriptor, id).filter(({ from }) => from !== behind),
      goesOnTo: straight ? leaving.filter(({ to }) => !following.includes(to)) : [],
      gap: branches.length > 0 ? gapBeside(branches) : gapBehind(id, ports[0], leaving[0]),
      hasBranches: branches.length > 0,
    });
    const key = `component ${id}`;
    pushAll([
      ...branches.flatMap((branch): Pending[] => {
        const row: Unplaced = { ...branch, kind: 'branch', level: level + 1, parent: key };
        return branch.link && !branch.leadsElsewhere
          ? [row, { id: branch.link.to, level: level + 2, parent: branch.key, behind: id }]
          : [row];
      }),
      ...following
        .filter((child) => !inBranches.has(child))
        .map((child) => ({ id: child, level, parent, behind: straight ? id : undefined })),
    ]);
  }
  return withPositions(rows);
}

/** A branch a port: one for each link that leaves it, or an empty one. */
function branchesOf(options: { descriptor: Descriptor; id: string; ports: string[]; following: string[] }) {
  const { descriptor, id, ports, following } = options;
  const own = new Set(following.filter((child) => incoming(descriptor, child).length === 1));
  return ports.flatMap((outPort) => {
    const links = outgoing(descriptor, id).filter((link) => link.outPort === outPort);
    return (links.length === 0 ? [undefined] : links).map((link) => ({
      key: `branch ${JSON.stringify([id, outPort, link?.to, link?.inPort])}`,
      from: id,
      outPort,
      link,
      leadsElsewhere: link !== undefined && !own.has(link.to),
      gap: gapAfter(id, outPort, link),
    }));
  });
}

/** Into the link that leaves a port, or behind a port that leads nowhere yet. */
function gapAfter(from: string, outPort: string, link: Link | undefined): Gap {
  return link ? { kind: 'on', link } : { kind: 'after', from, outPort };
}

function gapBehind(from: string, outPort: string | undefined, link: Link | undefined): Gap | undefined {
  return outPort === undefined ? undefined : gapAfter(from, outPort, link);
}

/** Behind a component with branches: its first way that leads nowhere yet, else one more. */
function gapBeside(branches: { from: string; outPort: string; link: Link | undefined }[]): Gap {
  const { from, outPort } = branches.find(({ link }) => link === undefined) ?? branches[0]!;
  return { kind: 'after', from, outPort };
}

function childrenOf(order: readonly string[], dominators: Map<string, string | undefined>) {
  const children = new Map<string | undefined, string[]>();
  for (const id of order) {
    const parent = dominators.get(id);
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  return children;
}

function withPositions(rows: Unplaced[]): FlowRow[] {
  const counts = new Map<string | undefined, number>();
  const placed = rows.map(({ parent, ...row }) => {
    const position = (counts.get(parent) ?? 0) + 1;
    counts.set(parent, position);
    return { row, parent, position };
  });
  return placed.map(({ row, parent, position }) => ({ ...row, position, siblings: counts.get(parent)! }));
}

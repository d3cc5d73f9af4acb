import { errorPort } from '../connection.ts';
import type { Catalogue } from '../definition.ts';
import type { Descriptor } from '../descriptor.ts';
import type { Field } from '../fields.ts';
import { nodeOf } from '../graph.ts';
import type { Remapping } from '../operations/remap-references.ts';
import { portsOf } from '../outputs.ts';
import { formatPath, type VariablePath } from '../path.ts';
import { variablesFor } from '../variables.ts';
import { clearCandidate, compareFields, type FieldComparison } from './compare-fields.ts';
import { fieldEntries } from './field-entries.ts';
import type { LostReference } from './impact.ts';
import type { Likeness } from './likeness.ts';

/** A variable that could take the place of a lost one. */
export type Candidate = {
  /** As `formatPath` writes it. */
  variable: string;
  path: VariablePath;
  /** What speaks for it most; undefined for one that is merely there. */
  why: Likeness | undefined;
  score: number;
  /** Something tells that it is the one: it may be taken unasked. */
  sure: boolean;
};

/** One lost variable with all the inputs that lose it, and what could take its place there. */
export type Proposal = {
  variable: string;
  path: VariablePath;
  lost: LostReference[];
  /** Best first. */
  candidates: Candidate[];
  /** Whatever else there is to choose from. */
  others: Candidate[];
  /** The variable to take, where it is clear; else undefined. */
  best: string | undefined;
};

const mostCandidates = 6;
const mostOthers = 200;

type Origin = { componentId: string; port: string; fields: Field[] };

/**
 * What could take the place of each variable that a change loses: another field of the same component; where that is
 * gone, one of the components that come before all the inputs concerned. No two variables are given the same one unasked.
 */
export function proposeRemapping(change: {
  before: Descriptor;
  after: Descriptor;
  lost: readonly LostReference[];
  catalogue: Catalogue;
}): Proposal[] {
  const { before, after, lost, catalogue } = change;
  const comparisons = new Map<string, FieldComparison>();
  const fieldsBefore = ({ componentId, port }: VariablePath): Field[] =>
    portsOf(before, catalogue, componentId).find((one) => one.port === port)?.fields ?? [];
  const comparison = (path: VariablePath, origin: Origin): FieldComparison => {
    const key = JSON.stringify([path.componentId, path.port, origin.componentId, origin.port]);
    const made = comparisons.get(key) ?? compareFields(fieldsBefore(path), origin.fields);
    comparisons.set(key, made);
    return made;
  };

  // Lists of what else there is share their items: many proposals have the same ones.
  const offered = new Map<Field[], Candidate[]>();
  const offeredBy = (origin: Origin): Candidate[] => {
    const made =
      offered.get(origin.fields) ??
      fieldEntries(origin.fields, mostOthers).map(({ steps }) => candidateAt(origin, steps));
    offered.set(origin.fields, made);
    return made;
  };

  const proposals = [...Map.groupBy(lost, ({ variable }) => variable)].map(([variable, uses]): Proposal => {
    const { path } = uses[0]!;
    const origins = originsFor(after, catalogue, uses);
    const candidates = origins
      .flatMap((origin) =>
        comparison(path, origin)
          .candidatesFor(path.steps)
          .map((one): Candidate => ({
            ...candidateAt(origin, one.steps),
            why: one.why,
            score: one.score,
            sure: one.sure,
          })),
      )
      .filter((one) => one.variable !== variable)
      .sort((a, b) => b.score - a.score);
    const shown = candidates.slice(0, mostCandidates);
    const taken = new Set([variable, ...shown.map((one) => one.variable)]);
    const others = origins
      .flatMap(offeredBy)
      .filter((one) => !taken.has(one.variable))
      .slice(0, mostOthers);
    return {
      variable,
      path,
      lost: uses,
      candidates: shown,
      others,
      best: clearCandidate(candidates)?.variable,
    };
  });
  return withoutRivals(proposals);
}

/** The re-mappings that a choice for each lost variable comes to, undefined for one that is left as it is. */
export function remappingsOf(
  proposals: readonly Proposal[],
  choice: (proposal: Proposal) => string | undefined,
): Remapping[] {
  return proposals.flatMap((proposal) => {
    const to = choice(proposal);
    if (to === undefined) return [];
    const components = new Set(proposal.lost.map(({ componentId }) => componentId));
    return [...components].map((componentId) => ({ componentId, from: proposal.variable, to }));
  });
}

function candidateAt({ componentId, port }: Origin, steps: VariablePath['steps']): Candidate {
  const path = { componentId, port, steps };
  return { variable: formatPath(path), path, why: undefined, score: 0, sure: false };
}

/** Where to look: nearest first. */
function originsFor(after: Descriptor, catalogue: Catalogue, uses: LostReference[]): Origin[] {
  const { path, lost } = uses[0]!;
  const stays = nodeOf(after, path.componentId) !== undefined && lost !== 'order';
  if (stays) {
    const ports = portsOf(after, catalogue, path.componentId).filter(
      ({ port }) => port !== errorPort || path.port === errorPort,
    );
    const same = ports.filter(({ port }) => port === path.port);
    return (same.length > 0 ? same : ports).map(({ port, fields }) => ({
      componentId: path.componentId,
      port,
      fields,
    }));
  }
  const offered = [...new Set(uses.map(({ componentId }) => componentId))].map((id) =>
    variablesFor(after, catalogue, id),
  );
  const [first, ...rest] = offered;
  return (first ?? [])
    .filter(({ componentId }) =>
      rest.every((groups) => groups.some((group) => group.componentId === componentId)),
    )
    .flatMap(({ componentId, ports }) =>
      ports
        .filter(({ port }) => port !== errorPort)
        .map(({ port, fields }) => ({ componentId, port, fields })),
    );
}

/** Of several variables that would become the same one, the one it is most like has it. */
function withoutRivals(proposals: Proposal[]): Proposal[] {
  const scoreOf = ({ candidates }: Proposal) => candidates[0]?.score ?? 0;
  return proposals.map((proposal) => {
    const rival = proposals.some(
      (other) => other !== proposal && other.best === proposal.best && scoreOf(other) >= scoreOf(proposal),
    );
    return rival ? { ...proposal, best: undefined } : proposal;
  });
}

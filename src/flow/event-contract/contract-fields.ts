import type { PathStep } from '../fields.ts';
import { own } from '../record.ts';
import { agreedOn, agreedTypes, allAgreed } from './agreed.ts';
import type { Agreement } from './agreement.ts';
import { commonFormat, enumerationOf, typesOf } from './schema-of-shape.ts';
import { deepestShape, type JsonType, type Shape } from './shape.ts';

/** A field of an event's data: what was seen of it, and what was agreed on. */
export type ContractField = {
  /** Empty for the data as a whole; `*` stands for any key where keys are data rather than names. */
  steps: PathStep[];
  /** By how often they were seen. */
  types: { type: JsonType; share: number }[];
  /** Of the objects that could have the field, those that have it; undefined where that means nothing. */
  share?: number;
  nullable: boolean;
  /** What is inside is too varied to be told apart. */
  varied?: true;
  values?: string[];
  format?: string;
  example?: string | number | boolean;
  /** What the locked contract asks for here; `unknown`: it does not name the field. */
  agreed?: { types?: string[]; required: boolean } | 'unknown';
};

export const anyKeyStep = '*';

/** Nobody reads more. */
const mostFields = 5_000;

/** The fields known of an event, from outside to inside. Without an agreement there is nothing to compare with. */
export function contractFields(shape: Shape, agreement?: Agreement): ContractField[] {
  const fields: ContractField[] = [];
  collect(
    { steps: [], shape, agreed: agreement ? [agreement] : [], compares: agreement !== undefined, above: [] },
    fields,
  );
  // The data as a whole is worth a line only where it is no object.
  const [root] = fields;
  const plain = root?.types.length === 1 && root.types[0]?.type === 'object';
  return plain || (shape.seen === 0 && fields.length > 1) ? fields.slice(1) : fields;
}

type Place = {
  steps: PathStep[];
  shape: Shape | undefined;
  agreed: Agreement[];
  /** What is agreed on of the values that hold this one. */
  above: Agreement[];
  compares: boolean;
  share?: number;
  required?: boolean;
};

function collect(place: Place, fields: ContractField[]): void {
  const { steps, shape, compares } = place;
  if (steps.length > deepestShape || fields.length >= mostFields) return;
  // An agreement that leads back to itself goes on as far as anything was seen.
  if (!shape && place.agreed.length > 0 && place.agreed.every((one) => place.above.includes(one))) return;
  if (steps.at(-1) !== 0) fields.push(fieldOf(place));
  const all = allAgreed(place.agreed);
  const above = [...place.above, ...place.agreed];
  const objects = shape?.types.object ?? 0;
  const names = new Set([
    ...Object.keys(shape?.keys ?? {}),
    ...all.flatMap(({ properties = {} }) => Object.keys(properties)),
  ]);
  for (const name of names) {
    const inner = own(shape?.keys, name);
    collect(
      {
        steps: [...steps, name],
        shape: inner,
        agreed: agreedOn(all, name),
        above,
        compares,
        required: all.some(({ required }) => required?.includes(name)),
        ...(objects > 0 ? { share: (inner?.seen ?? 0) / objects } : {}),
      },
      fields,
    );
  }
  if (shape?.anyKey) {
    const agreed = all.flatMap(({ additional }) => additional || []);
    collect({ steps: [...steps, anyKeyStep], shape: shape.anyKey, agreed, above, compares }, fields);
  }
  const agreed = all.flatMap(({ items, prefix }) =>
    prefix ? { anyOf: [...prefix, ...(items ? [items] : [])] } : (items ?? []),
  );
  if (shape?.items ?? agreed.length > 0) {
    collect({ steps: [...steps, 0], shape: shape?.items, agreed, above, compares }, fields);
  }
}

function fieldOf({ steps, shape, agreed, compares, share, required = false }: Place): ContractField {
  const field: ContractField = { steps, types: [], nullable: false };
  if (share !== undefined) field.share = share;
  if (shape && shape.seen > 0) {
    field.types = typesOf(shape).map((type) => ({ type, share: (shape.types[type] ?? 0) / shape.seen }));
    field.nullable = (shape.types.null ?? 0) > 0;
    const values = enumerationOf(shape);
    if (values) field.values = values;
    const format = commonFormat(shape);
    if (format) field.format = format;
    if (shape.cut ?? shape.anyKey) field.varied = true;
    if (shape.example !== undefined) field.example = shape.example;
  }
  if (compares) {
    const types = agreedTypes(allAgreed(agreed));
    field.agreed = agreed.length > 0 ? { required, ...(types ? { types } : {}) } : 'unknown';
  }
  return field;
}

/** What a component declares about itself (INTERFACE §2). Data only: it can be sent as JSON. */
export type ComponentManifest = {
  /** `vendor.service.module.Component` */
  name: string;
  label?: string;
  description: string;
  author?: string;
  /** A data URI. */
  icon: string;
  version?: string;
  /** Hidden from the palette, still loadable and callable. */
  private?: boolean;
  webhook?: boolean;
  trigger?: boolean;
  tick?: boolean;
  inPorts?: (InPort | string)[];
  outPorts?: (OutPort | string)[];
  properties?: { schema?: JsonSchema; inspector?: Inspector; source?: DynamicSource };
  /** Texts in other languages: by language, then by path (`inPorts[0].inspector.inputs.url.label`). */
  localization?: Record<string, Record<string, string>>;
};

export type JsonSchema = {
  type?: string | string[];
  title?: string;
  description?: string;
  properties?: Record<string, JsonSchema>;
  required?: string[];
  items?: JsonSchema;
  format?: string;
  example?: unknown;
  [keyword: string]: unknown;
};

export type InPort = {
  name: string;
  schema?: JsonSchema;
  inspector?: Inspector;
  source?: DynamicSource;
  maxConnections?: number;
};

/** `content` is the older spelling of `label`; both must work. */
export type OutputOption = { label?: string; content?: string; value: string; schema?: JsonSchema };

export type OutPort = { name: string; options?: OutputOption[]; schema?: JsonSchema; source?: DynamicSource };

/** Values made by a static call of another component (INTERFACE §2.4). */
export type DynamicSource = {
  url: string;
  data?: { properties?: Record<string, unknown>; messages?: Record<string, unknown>; transform?: string };
};

export type Inspector = {
  inputs?: Record<string, InspectorInput>;
  groups?: Record<string, { label: string; index?: number; closed?: boolean }>;
};

/** Text stands for an item whose label is its value; `clearItem` is the row that empties the field. */
export type InputOption =
  string | { label?: string; content?: string; value?: unknown; clearItem?: boolean; icon?: string };

/** One operator object; operands name a sibling as `./name`. */
export type When = { [operator: string]: unknown };

export type InspectorInput = {
  type?: string;
  label?: string;
  tooltip?: string;
  placeholder?: string;
  index?: number;
  group?: string;
  defaultValue?: unknown;
  required?: boolean;
  readonly?: boolean;
  when?: When;
  options?: InputOption[];
  source?: DynamicSource;
  /** `false`: the input takes no variables. */
  variables?: boolean;
  attrs?: Record<string, unknown>;
  min?: number;
  max?: number;
  step?: number;
  /** expression */
  fields?: Record<string, InspectorInput>;
  levels?: string[];
  exclusiveFields?: string[];
  /** date-time */
  config?: Record<string, unknown>;
  /** Any other key of the interface (`keyLabel`, `view`, `multi` …). */
  [key: string]: unknown;
};

/** How a module stands in the palette (INTERFACE §2.5). */
export type ModuleManifest = {
  /** `vendor.service.module` */
  name: string;
  label: string;
  category: string;
  categoryLabel: string;
  categoryIndex?: number;
  index?: number;
  description: string;
  icon: string;
  /** The tile colour of its cards in the Designer, a CSS colour. */
  color: string;
};

/** The ports of a manifest as objects, whichever of the two spellings it uses. */
export function inPortsOf(manifest: ComponentManifest): InPort[] {
  return (manifest.inPorts ?? []).map((port) => (typeof port === 'string' ? { name: port } : port));
}

/** Declared out ports only; the virtual `error` port is not among them. */
export function outPortsOf(manifest: ComponentManifest): OutPort[] {
  return (manifest.outPorts ?? []).map((port) => (typeof port === 'string' ? { name: port } : port));
}

/** What people call an input; some manifests say it among `attrs`. */
export function inputLabel(name: string, input: InspectorInput | undefined): string {
  return input?.label || input?.attrs?.['label']?.toString() || name;
}

/** A component without input ports starts a run. */
export function isTrigger(manifest: ComponentManifest): boolean {
  return (manifest.inPorts ?? []).length === 0;
}

/** "OnAppEvent" → "On App Event", for a manifest without a label. */
export function labelOf(manifest: ComponentManifest): string {
  if (manifest.label) return manifest.label;
  const last = manifest.name.split('.').at(-1) ?? manifest.name;
  return last.replaceAll(/([a-z0-9])([A-Z])/g, '$1 $2');
}

/** `appmixer.utils.http.Post` → `appmixer.utils.http`. */
export function moduleNameOf(type: string): string {
  return type.split('.').slice(0, -1).join('.');
}

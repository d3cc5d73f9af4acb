import type { ColumnType, Generated } from 'kysely';
import type { Checking } from '../contract/checking.ts';
import type { Descriptor, FlowStage, FlowType } from '../flow/descriptor.ts';
import type { ChangeCounts } from '../flow/diff.ts';
import type { CustomModifier } from '../flow/modifiers/custom.ts';
import type { Learning } from '../flow/event-contract/learning.ts';
import type { JsonSchema } from '../flow/manifest.ts';
import type { Message } from '../flow/messages/message.ts';
import type { StepTimers } from './steps.ts';

/** Rows of the tables, as Kysely needs them. `Json` columns are written as JSON text and read as values. */
type Json<T> = ColumnType<T, string, string>;
type JsonDefault<T> = ColumnType<T, string | undefined, string>;
type Time = ColumnType<Date, Date, Date>;
type TimeOrNull = ColumnType<Date | null, Date | null | undefined, Date | null>;

export type UsersTable = {
  id: string;
  username: string;
  email: string | null;
  password_hash: string;
  scope: string[];
  metadata: JsonDefault<Record<string, unknown>>;
  plan: string | null;
  is_active: Generated<boolean>;
  created_at: Time;
};

export type TokensTable = {
  id: string;
  user_id: string;
  created_at: Time;
  expires_at: Time;
  revoked_at: TimeOrNull;
};

export type FlowsTable = {
  id: string;
  user_id: string;
  name: string;
  description: Generated<string>;
  type: FlowType;
  stage: Generated<FlowStage>;
  descriptor: JsonDefault<Descriptor>;
  wizard: JsonDefault<Record<string, unknown>>;
  custom_fields: JsonDefault<Record<string, unknown>>;
  shared_with: JsonDefault<Record<string, unknown>[]>;
  categories: JsonDefault<unknown[]>;
  notes: JsonDefault<Record<string, unknown>>;
  thumbnail: string | null;
  template_id: string | null;
  origin_flow_id: string | null;
  component_id_map: JsonDefault<Record<string, string>>;
  revision: Generated<number>;
  /** What the flow runs as; null while it never ran. */
  version_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** Runs that may be at work at once; null: as many as there are. */
  concurrency: ColumnType<number | null, number | null | undefined, number | null>;
  extra: JsonDefault<Record<string, unknown>>;
  runtime_errors: JsonDefault<unknown[]>;
  stage_change: ColumnType<Record<string, unknown> | null, string | null | undefined, string | null>;
  created_at: Time;
  modified_at: Time;
  started_at: TimeOrNull;
  stopped_at: TimeOrNull;
};

export type FlowVersionsTable = {
  id: string;
  flow_id: string;
  descriptor: Json<Descriptor>;
  created_at: Time;
};

/** A template as it was published once; primary key is (template_id, revision). */
export type TemplateVersionsTable = {
  template_id: string;
  revision: number;
  name: string;
  description: string;
  descriptor: Json<Descriptor>;
  wizard: Json<Record<string, unknown>>;
  notes: Json<Record<string, unknown>>;
  component_id_map: Json<Record<string, string>>;
  changes: ColumnType<ChangeCounts | null, string | null, string | null>;
  published_by: string | null;
  published_at: Time;
};

export type ListenersTable = {
  flow_id: string;
  component_id: string;
  user_id: string;
  event: string;
  version_id: string;
  order_by: ColumnType<string[] | null, string[] | null | undefined, string[] | null>;
  gated: Generated<boolean>;
  created_at: Time;
};

export type EventsTable = {
  id: string;
  user_id: string;
  kind: 'appevent' | 'webhook' | 'start';
  name: string;
  message: Json<unknown>;
  idempotency_key: string | null;
  receipt: ColumnType<unknown, string | null | undefined, string | null>;
  warnings: ColumnType<unknown, string | null | undefined, string | null>;
  created_at: Time;
};

export const runStatuses = ['queued', 'running', 'completed', 'failed', 'cancelled'] as const;
export type RunStatus = (typeof runStatuses)[number];

/** `test`: an author tries the flow, whether it is switched on or not. */
export type RunKind = 'live' | 'test';

export type RunsTable = {
  id: string;
  kind: Generated<RunKind>;
  event_id: string | null;
  user_id: string;
  flow_id: string;
  version_id: string;
  component_id: string;
  status: Generated<RunStatus>;
  start_message: ColumnType<unknown, string | null | undefined, string | null>;
  error: ColumnType<unknown, string | null | undefined, string | null>;
  response: ColumnType<unknown, string | null | undefined, string | null>;
  /** The failed run whose event this one takes up again. */
  retry_of: ColumnType<string | null, string | null | undefined, string | null>;
  /** Its flow is to be stopped, and is not yet. */
  stops_flow: Generated<boolean>;
  /** Of a run that passes a gate: its place in the order of acceptance. A bigint, which the driver gives as text. */
  order_no: ColumnType<string | null, never, never>;
  order_key: ColumnType<string | null, string | null | undefined, string | null>;
  /** It waits at its flow's gate and has no job. */
  held: Generated<boolean>;
  /** Of a run without a job: the process that took it as it accepted it (taken-runs.ts). */
  worker_id: ColumnType<string | null, string | null | undefined, string | null>;
  /** When a run that sleeps at its gate may pass it again. */
  wakes_at: ColumnType<Date | null, never, Date | null>;
  turns: Generated<number>;
  parked_at: ColumnType<Date | null, never, Date | null>;
  created_at: Time;
  started_at: TimeOrNull;
  finished_at: TimeOrNull;
};

export type StepsTable = {
  run_id: string;
  step_no: number;
  /** Which message of which step led here, e.g. `1.0.2`. */
  path: string;
  component_id: string;
  in_port: string | null;
  sender_id: string | null;
  sender_port: string | null;
  status: 'running' | 'completed' | 'failed' | 'cancelled';
  attempts: Generated<number>;
  input: ColumnType<unknown, string | null | undefined, string | null>;
  outputs: ColumnType<{ port: string; content: unknown }[] | null, string | null | undefined, string | null>;
  error: ColumnType<unknown, string | null | undefined, string | null>;
  warnings: ColumnType<unknown[] | null, string | null | undefined, string | null>;
  timers: ColumnType<StepTimers | null, string | null | undefined, string | null>;
  /** What somebody did about a step that failed. */
  resolution: ColumnType<'discarded' | 'restarted' | null, string | null | undefined, string | null>;
  resolved_at: TimeOrNull;
  started_at: Time;
  finished_at: TimeOrNull;
};

/** Primary key is (flow_id, component_id). */
export type SchedulesTable = {
  flow_id: string;
  component_id: string;
  user_id: string;
  version_id: string;
  component_type: string;
  properties: Json<Record<string, unknown>>;
  started_at: Time;
  planned_at: Time;
  previous_at: TimeOrNull;
};

export type LogEntriesTable = {
  id: string;
  run_id: string;
  component_id: string;
  severity: 'info' | 'warning' | 'error';
  message: Json<unknown>;
  created_at: Time;
};

/** Primary key is (owner_id, event). */
export type EventContractsTable = {
  owner_id: string;
  event: string;
  learning: Json<Learning>;
  locked_schema: ColumnType<JsonSchema | null, string | null | undefined, string | null>;
  checking: Generated<Checking>;
  /** A bigint, which the driver gives as text. */
  violations: ColumnType<string, number | undefined, number>;
  last_violation: ColumnType<LastViolation | null, string | null | undefined, string | null>;
  last_event_at: TimeOrNull;
  modified_at: Time;
};

/** How the last event that broke a contract did so; `at` is an ISO time. */
export type LastViolation = {
  at: string;
  /** `said` is the message as data; older rows have none. */
  violations: { path: string; message: string; said?: Message }[];
};

export type WorkersTable = { id: string; lock_key: string; started_at: Time };

export type FilesTable = {
  id: string;
  user_id: string;
  filename: string;
  content_type: string;
  /** Bytes. */
  length: Generated<number>;
  /** Rows of `file_parts`. */
  parts: Generated<number>;
  chunks: Generated<number>;
  /** Null until the content is complete. */
  md5: string | null;
  created_at: Time;
  completed_at: TimeOrNull;
};

/** A piece of a file's content; primary key is (file_id, part_no), counted from 0. */
export type FilePartsTable = { file_id: string; part_no: number; bytes: Buffer };
export type CustomModifiersTable = { name: string; definition: Json<CustomModifier> };

export type CustomModifierGroupsTable = { id: string; label: string; index: number };

export type Schema = {
  users: UsersTable;
  tokens: TokensTable;
  flows: FlowsTable;
  flow_versions: FlowVersionsTable;
  template_versions: TemplateVersionsTable;
  listeners: ListenersTable;
  events: EventsTable;
  runs: RunsTable;
  steps: StepsTable;
  schedules: SchedulesTable;
  log_entries: LogEntriesTable;
  event_contracts: EventContractsTable;
  workers: WorkersTable;
  files: FilesTable;
  file_parts: FilePartsTable;
  custom_modifiers: CustomModifiersTable;
  custom_modifier_groups: CustomModifierGroupsTable;
};

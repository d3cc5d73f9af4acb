import { expect, test } from 'vitest';
import { catalogue } from '../../connectors/catalogue.ts';
import type { RunDetails, StepRow } from '../../store/run-queries.ts';
import { presentRunDetail, waitingSteps } from './run.ts';

const timer = (id: string, at: string) => ({ id, at, content: {} });

function step(stepNo: number, path: string, timers: StepRow['timers'] = null): StepRow {
  return {
    run_id: 'r',
    step_no: stepNo,
    path,
    component_id: 'w',
    in_port: 'in',
    sender_id: null,
    sender_port: null,
    status: 'completed',
    attempts: 1,
    input: null,
    outputs: [],
    error: null,
    warnings: null,
    timers,
    resolution: null,
    resolved_at: null,
    started_at: new Date(0),
    finished_at: new Date(0),
  };
}

test('a step waits while a timer of it is to come that was neither called nor taken back', () => {
  const steps = [
    step(1, '1'),
    step(2, '1.0', {
      set: [timer('1.0.t0', '2026-01-03T00:00:00.000Z'), timer('1.0.t1', '2026-01-02T00:00:00.000Z')],
      cleared: [],
    }),
    step(3, '1.1', { set: [timer('1.1.t0', '2026-01-01T00:00:00.000Z')], cleared: [] }),
    step(4, '1.1.t0'),
    step(5, '1.2', { set: [timer('1.2.t0', '2026-01-01T00:00:00.000Z')], cleared: [] }),
    step(6, '1.3', { set: [], cleared: ['1.2.t0'] }),
  ];
  expect([...waitingSteps(steps)]).toEqual([[2, '2026-01-02T00:00:00.000Z']]);
});

test.each([
  ['running', null, 'running'],
  ['failed', new Date(9), 'failed'],
  ['cancelled', new Date(9), 'cancelled'],
  ['completed', new Date(9), 'cancelled'],
] as const)(
  'of a %s run nothing waits that the journal says waits, once it is over',
  (status, over, shown) => {
    const run: RunDetails = {
      id: 'r',
      kind: 'live',
      flow_id: 'f',
      flow_name: 'A flow',
      flow_type: 'automation',
      component_id: 't',
      event_name: null,
      status,
      step_count: 1,
      error: null,
      retry_of: null,
      waits_for: null,
      created_at: new Date(0),
      started_at: new Date(0),
      finished_at: over,
      descriptor: {},
      steps: [{ ...step(1, '1'), status: 'running', finished_at: null }],
      log: [],
    };
    expect(presentRunDetail(run, catalogue).steps).toMatchObject([
      { status: shown, finishedAt: over?.toISOString() ?? null },
    ]);
  },
);

import { Loader, Title } from '@mantine/core';
import { lazy, Suspense } from 'react';
import type { RunDetail } from '../../../contract/runs.ts';
import { useRunFlow } from '../../api/runs.ts';
import { runsText as text } from '../../text/english/runs.ts';
import { ErrorState } from '../../ui/ErrorState.tsx';
import { loadRunCanvas } from './load-run-canvas.ts';
import classes from './RunWay.module.css';

const RunCanvas = lazy(loadRunCanvas);

/** The flow of a run as it was, with the way that the run took. */
export function RunWay(props: {
  run: RunDetail;
  selected: string | undefined;
  onSelect: (componentId: string | undefined) => void;
}) {
  const { run, selected, onSelect } = props;
  const flow = useRunFlow(run.runId);
  const loading = (
    <div className={classes.loading} role="status" aria-label={text('way.loading')}>
      <Loader size="sm" />
    </div>
  );
  return (
    <section aria-labelledby="way">
      <Title order={2} id="way" mt="xl" mb="sm">
        {text('way.title')}
      </Title>
      {flow.isError && !flow.data ? (
        <ErrorState title={text('way.notLoaded')} error={flow.error} retry={flow.refetch} />
      ) : (
        <div className={classes.frame}>
          <Suspense fallback={loading}>
            {flow.data ? (
              <RunCanvas
                descriptor={flow.data.flow}
                steps={run.steps}
                selected={selected}
                onSelect={onSelect}
              />
            ) : (
              loading
            )}
          </Suspense>
        </div>
      )}
    </section>
  );
}

import { Alert, Anchor, Button, Title } from '@mantine/core';
import { ArrowLeft, CircleAlert } from 'lucide-react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { RunDetail } from '../../contract/runs.ts';
import { useRun } from '../api/runs.ts';
import { runsText as text } from '../text/english/runs.ts';
import { uiText } from '../text/english/ui.ts';
import { ErrorState } from '../ui/ErrorState.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import { ScreenLoading } from '../ui/ScreenLoading.tsx';
import { CancelRun } from './CancelRun.tsx';
import { RunFacts } from './RunFacts.tsx';
import { RunMessages } from './RunMessages.tsx';
import { Steps } from './Steps.tsx';
import { RunRemedies } from './unprocessed/RunRemedies.tsx';
import { RunWay } from './way/RunWay.tsx';

/** One run: what started it, and its steps in order with input and output. */
export default function RunScreen({ runId }: { runId: string }) {
  const run = useRun(runId);
  if (run.isPending) return <ScreenLoading />;
  if (run.isError && !run.data) {
    return (
      <>
        <PageHeader title={text('run.title')} above={<BackToLog />} />
        <ErrorState title={text('run.notLoaded')} error={run.error} retry={run.refetch} />
      </>
    );
  }
  return <Run run={run.data} />;
}

function Run({ run }: { run: RunDetail }) {
  const [selected, setSelected] = useState<string>();
  const isToldByStep = run.steps.some((step) => step.error?.message === run.error?.message);
  return (
    <>
      <PageHeader
        title={run.flowName || uiText('untitled')}
        above={<BackToLog />}
        description={<RunFacts run={run} />}
        actions={
          <>
            <RunRemedies run={run} />
            <CancelRun run={run} />
            <Button component={Link} href={`/flows/${run.flowId}`} variant="default">
              {text('run.openFlow')}
            </Button>
          </>
        }
      />
      {run.error && !isToldByStep && (
        <Alert color="red" variant="light" mt="lg" icon={<CircleAlert />} title={text('run.failed')}>
          {run.error.message}
        </Alert>
      )}
      <RunWay run={run} selected={selected} onSelect={setSelected} />
      <Title order={2} mt="xl" mb="sm">
        {text('steps.title')}
      </Title>
      <Steps steps={run.steps} selected={selected} />
      <RunMessages run={run} />
    </>
  );
}

function BackToLog() {
  return (
    <Anchor
      component={Link}
      href="/runs"
      size="sm"
      mb={8}
      style={{ display: 'inline-flex', alignItems: 'center', gap: 4 }}
    >
      <ArrowLeft size={14} aria-hidden />
      {text('run.backToLog')}
    </Anchor>
  );
}

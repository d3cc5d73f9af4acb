import { ActionIcon, Button, Text, Tooltip } from '@mantine/core';
import { ArrowLeft, ScrollText } from 'lucide-react';
import { Link } from 'wouter';
import { isStartable } from '../../flows/flow-kinds.ts';
import { flowsText } from '../../text/english/flows.ts';
import { topbarText as text } from '../../text/english/topbar.ts';
import { StageBadge } from '../../ui/StageBadge.tsx';
import { CommandButton } from '../commands/CommandButton.tsx';
import { useDocument } from '../document/document-context.ts';
import { ProblemsButton } from '../problems/ProblemsButton.tsx';
import { VersionsButton } from '../versions/VersionsButton.tsx';
import { TestButton } from '../test-run/TestButton.tsx';
import { FlowName } from './FlowName.tsx';
import { MainAction } from './MainAction.tsx';
import { SaveStatus } from './SaveStatus.tsx';
import { useStageFollowed } from './use-stage-followed.ts';
import classes from './TopBar.module.css';

/** The one bar of the Designer: which flow this is, how it stands, and what one does with it as a whole. */
export function TopBar() {
  const flowId = useDocument((state) => state.flowId);
  const type = useDocument((state) => state.type);
  const stage = useDocument((state) => state.stage);
  useStageFollowed();
  return (
    <header className={classes.bar} data-panel>
      <div className={classes.start}>
        <Tooltip label={text('back')}>
          <ActionIcon
            component={Link}
            href="/flows"
            variant="subtle"
            color="gray"
            size={32}
            aria-label={text('back')}
          >
            <ArrowLeft size={18} aria-hidden />
          </ActionIcon>
        </Tooltip>
        <FlowName />
        <Text className={classes.kind} size="xs">
          {flowsText(`kind.${type}`)}
        </Text>
        <SaveStatus />
      </div>
      <div className={classes.end}>
        <span className={classes.tools}>
          <CommandButton name="undo" />
          <CommandButton name="redo" />
          <span className={classes.divider} />
          <CommandButton name="togglePalette" />
          <CommandButton name="toggleInspector" />
          <CommandButton name="toggleOutline" />
          <span className={classes.divider} />
        </span>
        <ProblemsButton />
        <Button
          component={Link}
          href={`/runs?flow=${encodeURIComponent(flowId)}`}
          variant="subtle"
          color="gray"
          size="compact-sm"
          h={32}
          leftSection={<ScrollText size={16} aria-hidden />}
          className={classes.log}
          aria-label={text('logLabel')}
        >
          <span className={classes.wide}>{text('log')}</span>
        </Button>
        <VersionsButton />
        <TestButton />
        {isStartable(type) && (
          <span className={classes.stage}>
            <StageBadge stage={stage} />
          </span>
        )}
        <span className={classes.main}>
          <MainAction />
        </span>
      </div>
    </header>
  );
}

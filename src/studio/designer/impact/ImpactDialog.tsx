import { Button, Group, Modal, Stack } from '@mantine/core';
import { useLayoutEffect, useState } from 'react';
import { remappingsOf } from '../../../flow/impact/propose.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { uiText } from '../../text/english/ui.ts';
import { say } from '../../text/say.ts';
import { focusFlow } from '../panels/focus-flow.ts';
import { type Choices, chosenFor } from './choices.ts';
import { countInputs } from './count-inputs.ts';
import classes from './Impact.module.css';
import { type ImpactQuestion, useImpacts } from './impacts.ts';
import { LossList } from './LossList.tsx';
import { UntouchedTemplate } from './UntouchedTemplate.tsx';

/** Asks before a change that breaks mappings. */
export default function ImpactDialog() {
  const question = useImpacts((state) => state.question);
  return question && <Dialog key={question.proposals[0]?.variable} question={question} />;
}

function Dialog({ question }: { question: ImpactQuestion }) {
  const { change, proposals, answer } = question;
  const [choices, setChoices] = useState<Choices>({});
  useFocusGivenBack();
  const inputs = countInputs(proposals);
  const hasChoice = proposals.some(({ candidates, others }) => candidates.length + others.length > 0);
  const remappings = remappingsOf(proposals, (proposal) => chosenFor(choices, proposal));
  const count = new Set(remappings.map(({ from }) => from)).size;
  // Enter breaks nothing that could be chosen for.
  const [first] = useState(count === proposals.length ? 'remap' : hasChoice ? 'cancel' : 'without');
  const focusedFirst = (name: typeof first) => (first === name ? { 'data-autofocus': true } : {});
  return (
    <Modal
      opened
      onClose={() => answer(undefined)}
      title={text('dialog.title', { count: inputs })}
      size="lg"
      returnFocus={false}
      closeButtonProps={{ 'aria-label': uiText('cancel') }}
      transitionProps={{ duration: 0 }}
    >
      <Stack gap="md">
        <p className={classes.about}>
          {text(hasChoice ? 'dialog.about' : 'dialog.noChoice', { change: say(change), count: inputs })}
        </p>
        {/* A long list can be scrolled by keys, too. */}
        <div className={classes.scroll} tabIndex={0} role="group" aria-label={text('list')}>
          <LossList
            proposals={proposals}
            choices={choices}
            onChoose={(variable, choice) => setChoices({ ...choices, [variable]: choice })}
          />
        </div>
        <UntouchedTemplate />
      </Stack>
      <Group justify="flex-end" gap="xs" mt="lg">
        <Button variant="default" {...focusedFirst('cancel')} onClick={() => answer(undefined)}>
          {uiText('cancel')}
        </Button>
        <Button
          variant={count > 0 ? 'default' : 'filled'}
          {...focusedFirst('without')}
          onClick={() => answer([])}
        >
          {text('dialog.without')}
        </Button>
        {count > 0 && (
          <Button {...focusedFirst('remap')} onClick={() => answer(remappings)}>
            {text('dialog.remap', { count })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}

/**
 * Before the change is made: where the element that has the focus goes with it, the flow knows where to go on only as long
 * as the focus is there.
 */
function useFocusGivenBack(): void {
  const [origin] = useState(() => document.activeElement);
  useLayoutEffect(
    () => () => {
      if (origin instanceof HTMLElement && origin.isConnected && origin !== document.body) origin.focus();
      else focusFlow();
    },
    [origin],
  );
}

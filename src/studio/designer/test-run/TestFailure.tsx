import { Alert, List, UnstyledButton } from '@mantine/core';
import { CircleAlert } from 'lucide-react';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { testRunText as text } from '../../text/english/test-run.ts';
import { sayTold } from '../../text/say.ts';
import { useReveal } from '../canvas/use-reveal.ts';
import { useDocument, useDocumentStore } from '../document/document-context.ts';
import { useGoToProblem } from '../problems/use-go-to-problem.ts';
import classes from './TestPanel.module.css';
import { problemTold, type ToldProblem } from './problem-told.ts';

/** What kept the test from its end; what is to be set right leads to its field. */
export function TestFailure({ message, problems }: { message: string; problems: ToldProblem[] }) {
  const descriptor = useDocument((state) => state.descriptor);
  const document = useDocumentStore();
  const goTo = useGoToProblem();
  const reveal = useReveal();
  const show = (told: ToldProblem) => {
    const { checkNow, select } = document.getState();
    const visit = problemTold(told, checkNow());
    if (visit) return goTo(visit);
    select([told.componentId]);
    return reveal(told.componentId);
  };
  return (
    <Alert
      color="red"
      variant="light"
      mb="sm"
      icon={<CircleAlert aria-hidden />}
      title={problems.length > 0 ? text('cannotTest') : text('failed')}
    >
      {problems.length === 0 ? (
        message
      ) : (
        <List size="sm" spacing={4}>
          {problems.map((told, index) => (
            <List.Item key={index}>
              <UnstyledButton className={classes['problem']} onClick={() => show(told)}>
                <strong>{componentLabel(descriptor, catalogue, told.componentId)}: </strong>
                {sayTold(told)}
              </UnstyledButton>
            </List.Item>
          ))}
        </List>
      )}
    </Alert>
  );
}

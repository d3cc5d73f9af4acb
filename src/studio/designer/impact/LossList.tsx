import { NativeSelect } from '@mantine/core';
import { Fragment, type ReactNode } from 'react';
import type { LostReference } from '../../../flow/impact/impact.ts';
import type { Candidate, Proposal } from '../../../flow/impact/propose.ts';
import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { impactText as text } from '../../text/english/impact.ts';
import { say } from '../../text/say.ts';
import { useDocument } from '../document/document-context.ts';
import { type Choices, chosenFor, nothing } from './choices.ts';
import classes from './Impact.module.css';
import { placeWords, variableWords } from './variable-words.ts';

/** The variables that are lost, where each is used, and what could take its place. */
export function LossList(props: {
  proposals: readonly Proposal[];
  choices: Choices;
  onChoose: (variable: string, choice: string) => void;
  /** Leads to an input; without it their names are plain text. */
  onGoTo?: (lost: LostReference) => void;
}) {
  const { proposals, choices, onChoose, onGoTo } = props;
  return (
    <ul className={classes.list} aria-label={text('list')}>
      {proposals.map((proposal) => (
        <Loss
          key={proposal.variable}
          proposal={proposal}
          chosen={chosenFor(choices, proposal)}
          onChoose={(choice) => onChoose(proposal.variable, choice)}
          {...(onGoTo ? { onGoTo } : {})}
        />
      ))}
    </ul>
  );
}

function Loss(props: {
  proposal: Proposal;
  chosen: string | undefined;
  onChoose: (choice: string) => void;
  onGoTo?: (lost: LostReference) => void;
}) {
  const { proposal, chosen, onChoose, onGoTo } = props;
  const { path, candidates, others, lost } = proposal;
  const descriptor = useDocument((state) => state.descriptor);
  const wordsOf = ({ path: to }: Pick<Candidate, 'path'>) =>
    to.componentId === path.componentId
      ? variableWords(to)
      : text('variable', {
          component: componentLabel(descriptor, catalogue, to.componentId),
          variable: variableWords(to),
        });
  const optionOf = (one: Candidate) => (
    <option key={one.variable} value={one.variable}>
      {one.why ? text('candidate', { variable: wordsOf(one), why: text(`why.${one.why}`) }) : wordsOf(one)}
    </option>
  );
  return (
    <li className={classes.loss}>
      <div className={classes.head}>
        <code className={classes.variable}>{variableWords(path)}</code>
        <span className={classes.reason}>{reasonOf(lost[0]!)}</span>
      </div>
      <p className={classes.places}>
        {text('usedIn')} {inList(lost.map((one) => placeOf(one, placeWords(descriptor, one), onGoTo)))}
      </p>
      {candidates.length + others.length > 0 ? (
        <NativeSelect
          size="xs"
          aria-label={text('instead', { variable: variableWords(path) })}
          value={chosen ?? nothing}
          onChange={(event) => onChoose(event.currentTarget.value)}
        >
          <option value={nothing}>{text('nothing')}</option>
          {candidates.length > 0 && <optgroup label={text('proposed')}>{candidates.map(optionOf)}</optgroup>}
          {others.length > 0 && <optgroup label={text('others')}>{others.map(optionOf)}</optgroup>}
        </NativeSelect>
      ) : (
        <p className={classes.places}>{text('nothingLike')}</p>
      )}
    </li>
  );
}

function reasonOf({ lost, refused }: LostReference): string {
  return refused ? say(refused) : text(`lost.${lost}`);
}

function placeOf(lost: LostReference, words: string, onGoTo: ((lost: LostReference) => void) | undefined) {
  if (!onGoTo) return words;
  return (
    <button
      type="button"
      className={classes.place}
      aria-label={text('goTo', { place: words })}
      onClick={() => onGoTo(lost)}
    >
      {words}
    </button>
  );
}

/** With commas between. Several placeholders of one input are one place, as their words say. */
function inList(places: ReactNode[]): ReactNode {
  return places.map((place, index) => (
    <Fragment key={index}>
      {index > 0 && ', '}
      {place}
    </Fragment>
  ));
}

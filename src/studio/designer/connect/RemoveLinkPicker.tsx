import { catalogue } from '../../catalogue.ts';
import { componentLabel } from '../../text/component-label.ts';
import { disconnect } from '../../../flow/operations/disconnect.ts';
import { connectText as text } from '../../text/english/connect.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { useDocumentStore } from '../document/document-context.ts';
import { applyConfirmed } from '../impact/confirm-impact.ts';
import { Chooser } from '../menus/Chooser.tsx';
import { type LinkChoice, linkChoices } from './link-choices.ts';

/** The links of a component, to take one away. */
export default function RemoveLinkPicker({ componentId }: { componentId: string }) {
  const store = useDocumentStore();
  const { descriptor } = store.getState();
  return (
    <Chooser
      items={linkChoices(descriptor, catalogue, componentId)}
      label={text('linkOf', { component: componentLabel(descriptor, catalogue, componentId) })}
      icon={iconOf}
      onChoose={({ link }) => applyConfirmed(store, disconnect({ link }))}
    />
  );
}

function iconOf({ type }: LinkChoice) {
  return <ComponentIcon type={type} size={24} />;
}

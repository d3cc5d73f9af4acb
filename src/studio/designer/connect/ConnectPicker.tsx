import { catalogue } from '../../catalogue.ts';
import { checkConnection } from '../../../flow/connection.ts';
import { componentLabel } from '../../text/component-label.ts';
import { connect } from '../../../flow/operations/connect.ts';
import { connectText as text } from '../../text/english/connect.ts';
import { say } from '../../text/say.ts';
import { ComponentIcon } from '../../ui/ComponentIcon.tsx';
import { useDocumentStore } from '../document/document-context.ts';
import { Chooser } from '../menus/Chooser.tsx';
import { type LinkChoice, targetChoices } from './link-choices.ts';

/** Where a component, or one of its outputs, may lead; what may not be says why. */
export default function ConnectPicker({ from, outPort }: { from: string; outPort?: string | undefined }) {
  const store = useDocumentStore();
  const { descriptor } = store.getState();
  const component = componentLabel(descriptor, catalogue, from);
  return (
    <Chooser
      items={targetChoices(descriptor, catalogue, { from, outPort })}
      label={
        outPort === undefined
          ? text('targetOf', { component })
          : text('targetOfPort', { port: outPort, component })
      }
      icon={iconOf}
      refusalOf={({ link }) => {
        const check = checkConnection(descriptor, catalogue, link);
        return check.ok ? undefined : say(check.reason);
      }}
      onChoose={({ link }) => store.getState().apply(connect({ link, catalogue }))}
    />
  );
}

function iconOf({ type }: LinkChoice) {
  return <ComponentIcon type={type} size={24} />;
}

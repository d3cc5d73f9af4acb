import { notifications } from '@mantine/notifications';
import { topbarText as text } from '../../text/english/topbar.ts';
import { NoticeWithAction } from '../NoticeWithAction.tsx';

/** Characters of a name that leave room for what is put beside them: the server takes 500. */
const longestName = 440;

const id = 'other-flow';

/** What one's own version is called when it becomes a flow of its own. */
export function otherName(name: string): string {
  return text('conflict.otherName', { name: name.slice(0, longestName) });
}

/** Says which flow one's own version has become, as a whole or without what was edited since, with a button that leads there. */
export function notifyOther(name: string, { isWhole, open }: { isWhole: boolean; open: () => void }): void {
  const leave = () => {
    notifications.hide(id);
    open();
  };
  notifications.show({
    id,
    message: (
      <NoticeWithAction action={text('conflict.openOther')} onAction={leave}>
        {text(isWhole ? 'conflict.otherMade' : 'conflict.otherPartly', { name })}
      </NoticeWithAction>
    ),
    autoClose: false,
    withBorder: true,
  });
}

import { Combobox, Text, useCombobox } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { type ReactElement, useState } from 'react';
import type { StoredFile } from '../../../../../contract/files.ts';
import { messageOf } from '../../../../api/call.ts';
import { listedFiles, useFileList } from '../../../../api/files.ts';
import { filesText as text } from '../../../../text/english/files.ts';
import classes from './FileField.module.css';
import { factsOf } from './file-facts.ts';

/** Milliseconds that typing must rest before the server is asked. */
const restTime = 200;

/** Lets one of the user's files be chosen; `children` makes the button that opens the list. */
export function FileChoice(props: {
  chosen: string;
  onChoose: (file: StoredFile) => void;
  children: (open: () => void, expanded: boolean) => ReactElement;
}) {
  const [search, setSearch] = useState('');
  const [rested] = useDebouncedValue(search.trim(), restTime);
  const combobox = useCombobox({
    onDropdownClose: () => {
      combobox.resetSelectedOption();
      setSearch('');
      combobox.focusTarget();
    },
    onDropdownOpen: () => combobox.focusSearchInput(),
  });
  const { data: files, isLoading, error } = useFileList(rested, combobox.dropdownOpened);
  const choose = (fileId: string) => {
    const file = files?.find((one) => one.fileId === fileId);
    combobox.closeDropdown();
    if (file) props.onChoose(file);
  };
  const note = error
    ? messageOf(error)
    : files?.length === 0
      ? text(rested ? 'nothingFound' : 'none')
      : undefined;
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      shadow="md"
      width={300}
      position="bottom-end"
      withinPortal
    >
      <Combobox.Target withAriaAttributes={false}>
        {props.children(() => combobox.toggleDropdown(), combobox.dropdownOpened)}
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          placeholder={text('search')}
          aria-label={text('search')}
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.resetSelectedOption();
          }}
        />
        <Combobox.Options aria-label={text('list')}>
          <div className={classes['list']}>
            {files?.map((file) => (
              <Combobox.Option
                key={file.fileId}
                value={file.fileId}
                active={file.fileId === props.chosen}
                className={classes['option'] ?? ''}
              >
                <Text size="sm" className={classes['name'] ?? ''} title={file.filename}>
                  {file.filename}
                </Text>
                <Text size="xs" c="dimmed">
                  {factsOf(file)}
                </Text>
              </Combobox.Option>
            ))}
            {isLoading && <Combobox.Empty>…</Combobox.Empty>}
            {note && <Combobox.Empty>{note}</Combobox.Empty>}
          </div>
        </Combobox.Options>
        {files && files.length >= listedFiles && (
          <Combobox.Footer>
            <Text size="xs" c="dimmed">
              {text('more')}
            </Text>
          </Combobox.Footer>
        )}
      </Combobox.Dropdown>
    </Combobox>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import {
  CopyPlus,
  Download,
  Ellipsis,
  FileText,
  History,
  Presentation,
  Search,
  Settings,
  Users,
  UsersRound,
} from 'lucide-react';
import { memo, useState } from 'react';
import { may } from '../../model/protocol/roles.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { lazyPart } from '../design/lazyPart.tsx';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem, MenuLine } from '../design/parts/Menu.tsx';
import { tellProblem } from '../design/parts/toasts.ts';
import { refusedText } from '../panels/refusedText.ts';
import { planStoreOf } from '../plan/planStore.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import styles from './EditorActions.module.css';
import { makeToBeMap } from './makeToBeMap.ts';

/** Dialogs are chunks of their own: nobody waits for them before the map is there. */
const ExportDialog = lazyPart(async () => (await import('../export/ExportDialog.tsx')).ExportDialog);
const HistoryDialog = lazyPart(async () => (await import('../history/HistoryDialog.tsx')).HistoryDialog);
const MapHeaderForm = lazyPart(async () => (await import('../forms/MapHeaderForm.tsx')).MapHeaderForm);
const PersonasForm = lazyPart(async () => (await import('../forms/PersonasForm.tsx')).PersonasForm);
const ServiceDialog = lazyPart(async () => (await import('../service/ServiceDialog.tsx')).ServiceDialog);
const SettingsDialog = lazyPart(async () => (await import('../settings/SettingsDialog.tsx')).SettingsDialog);
const ShareDialog = lazyPart(async () => (await import('../share/ShareDialog.tsx')).ShareDialog);

type OpenDialog = 'share' | 'export' | 'header' | 'personas' | 'service' | 'history' | 'settings';

export interface EditorActionsProps {
  readonly opened: OpenedMap;
  readonly onPresent: () => void;
  readonly onSearch: () => void;
}

/** What can be done with the map as a whole. */
export const EditorActions = memo(({ opened, onPresent, onSearch }: EditorActionsProps) => {
  const { t } = useLingui();
  const role = useObservable(opened.role);
  const [open, setOpen] = useState<OpenDialog>();
  return (
    <>
      <IconButton label={t`Search and commands`} shortcut="Ctrl+K" icon={<Search />} onClick={onSearch} />
      <Menu align="end" trigger={<IconButton label={t`More`} icon={<Ellipsis />} />}>
        <MenuItem icon={<FileText />} onSelect={() => setOpen('header')}>
          <Trans>About this map</Trans>
        </MenuItem>
        <MenuItem icon={<Users />} onSelect={() => setOpen('personas')}>
          <Trans>Personas</Trans>
        </MenuItem>
        <MenuItem icon={<UsersRound />} onSelect={() => setOpen('service')}>
          <Trans>Service behind the map</Trans>
        </MenuItem>
        {may(role, 'changeVersions') && (
          <MenuItem icon={<History />} onSelect={() => setOpen('history')}>
            <Trans>History</Trans>
          </MenuItem>
        )}
        <MenuItem icon={<CopyPlus />} onSelect={() => void makeToBeMap(opened)}>
          <Trans>Make a to-be map</Trans>
        </MenuItem>
        <MenuItem icon={<Download />} onSelect={() => setOpen('export')}>
          <Trans>Export</Trans>
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Settings />} onSelect={() => setOpen('settings')}>
          <Trans>Settings</Trans>
        </MenuItem>
      </Menu>
      <Button className={styles['wide']} title={t`Present`} icon={<Presentation />} onClick={onPresent}>
        <span className={styles['word']}>
          <Trans>Present</Trans>
        </span>
      </Button>
      <Button
        className={styles['wide']}
        title={t`Export`}
        icon={<Download />}
        onClick={() => setOpen('export')}
      >
        <span className={styles['word']}>
          <Trans>Export</Trans>
        </span>
      </Button>
      {may(role, 'manageMap') && (
        <Button look="main" onClick={() => setOpen('share')}>
          <Trans context="let others in">Share</Trans>
        </Button>
      )}
      {open !== undefined && <DialogOf name={open} opened={opened} onClose={() => setOpen(undefined)} />}
    </>
  );
});

interface DialogOfProps {
  readonly name: OpenDialog;
  readonly opened: OpenedMap;
  readonly onClose: () => void;
}

function DialogOf({ name, opened, onClose }: DialogOfProps) {
  const { i18n } = useLingui();
  const { shared } = opened;
  const map = useMap(shared);
  const role = useObservable(opened.role);
  const readOnly = shared.readOnly() !== undefined || !may(role, 'writeMap');
  const shownPlanId = planStoreOf(shared)((state) => state.shownPlanId);
  const run = (command: Command) => {
    const done = shared.run(command);
    if (!done.ok) tellProblem(refusedText(done.error, i18n));
  };
  switch (name) {
    case 'share':
      return <ShareDialog opened={opened} onClose={onClose} />;
    case 'export':
      return (
        <ExportDialog
          map={map}
          pictures={opened.pictures}
          talk={opened.talk}
          shownPlanId={shownPlanId}
          onClose={onClose}
        />
      );
    case 'header':
      return (
        <MapHeaderForm
          map={map}
          readOnly={readOnly}
          onSave={(fields) => run({ type: 'setMap', fields })}
          onClose={onClose}
        />
      );
    case 'personas':
      return (
        <PersonasForm map={map} pictures={opened.pictures} readOnly={readOnly} run={run} onClose={onClose} />
      );
    case 'service':
      return <ServiceDialog map={map} readOnly={readOnly} run={run} onClose={onClose} />;
    case 'history':
      return <HistoryDialog opened={opened} readOnly={readOnly} onClose={onClose} />;
    case 'settings':
      return <SettingsDialog onClose={onClose} />;
  }
}

import { Trans, useLingui } from '@lingui/react/macro';
import { Download, Ellipsis, FileText, History, Presentation, Search, Settings, Users } from 'lucide-react';
import { useState } from 'react';
import { may } from '../../model/protocol/roles.ts';
import type { Command } from '../../model/sharedMap/commands/command.ts';
import { Button } from '../design/parts/Button.tsx';
import { IconButton } from '../design/parts/IconButton.tsx';
import { Menu, MenuItem, MenuLine } from '../design/parts/Menu.tsx';
import { tellProblem } from '../design/parts/toasts.ts';
import { ExportDialog } from '../export/ExportDialog.tsx';
import { MapHeaderForm } from '../forms/MapHeaderForm.tsx';
import { PersonasForm } from '../forms/PersonasForm.tsx';
import { HistoryDialog } from '../history/HistoryDialog.tsx';
import { refusedText } from '../panels/refusedText.ts';
import { planStoreOf } from '../plan/planStore.ts';
import type { OpenedMap } from '../session/openMap.ts';
import { useMap, useObservable } from '../session/useSharedMap.ts';
import { SettingsDialog } from '../settings/SettingsDialog.tsx';
import { ShareDialog } from '../share/ShareDialog.tsx';

type OpenDialog = 'share' | 'export' | 'header' | 'personas' | 'history' | 'settings';

export interface EditorActionsProps {
  readonly opened: OpenedMap;
  readonly onPresent: () => void;
  readonly onSearch: () => void;
}

/** What can be done with the map as a whole. */
export function EditorActions({ opened, onPresent, onSearch }: EditorActionsProps) {
  const { t, i18n } = useLingui();
  const { shared } = opened;
  const map = useMap(shared);
  const role = useObservable(opened.role);
  const readOnly = shared.readOnly() !== undefined || !may(role, 'writeMap');
  const shownPlanId = planStoreOf(shared)((state) => state.shownPlanId);
  const [open, setOpen] = useState<OpenDialog>();
  const close = () => setOpen(undefined);
  const run = (command: Command) => {
    const done = shared.run(command);
    if (!done.ok) tellProblem(refusedText(done.error, i18n));
  };
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
        <MenuItem icon={<History />} onSelect={() => setOpen('history')}>
          <Trans>History</Trans>
        </MenuItem>
        <MenuLine />
        <MenuItem icon={<Settings />} onSelect={() => setOpen('settings')}>
          <Trans>Settings</Trans>
        </MenuItem>
      </Menu>
      <Button icon={<Presentation />} onClick={onPresent}>
        <Trans>Present</Trans>
      </Button>
      <Button icon={<Download />} onClick={() => setOpen('export')}>
        <Trans>Export</Trans>
      </Button>
      {may(role, 'manageMap') && (
        <Button look="main" onClick={() => setOpen('share')}>
          <Trans context="let others in">Share</Trans>
        </Button>
      )}
      {open === 'share' && <ShareDialog opened={opened} onClose={close} />}
      {open === 'export' && <ExportDialog map={map} shownPlanId={shownPlanId} onClose={close} />}
      {open === 'header' && (
        <MapHeaderForm
          map={map}
          readOnly={readOnly}
          onSave={(fields) => run({ type: 'setMap', fields })}
          onClose={close}
        />
      )}
      {open === 'personas' && <PersonasForm map={map} readOnly={readOnly} run={run} onClose={close} />}
      {open === 'history' && <HistoryDialog opened={opened} readOnly={readOnly} onClose={close} />}
      {open === 'settings' && <SettingsDialog onClose={close} />}
    </>
  );
}

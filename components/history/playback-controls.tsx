'use client';

import { Pause, Play } from 'lucide-react';
import { IconButton } from '../ui/icon-button';
import { Select } from '../ui/select-field';
import { type Speed, speedLabels, speeds } from './playback-rhythm';
import type { Playback } from './use-playback';

interface PlaybackControlsProps {
  playback: Playback;
  speed: Speed;
  onSpeed(speed: Speed): void;
  /** Why there is nothing to play. */
  disabledReason: string | null;
}

const choices = speeds.map((speed) => ({ value: String(speed), label: speedLabels[speed] }));

/** Plays and pauses; one button, which keeps the focus. */
export function PlaybackControls({ playback, speed, onSpeed, disabledReason }: PlaybackControlsProps) {
  const { playing, play, pause } = playback;
  return (
    <>
      <IconButton
        label={playing ? 'Pause' : 'Play history'}
        icon={playing ? <Pause aria-hidden="true" /> : <Play aria-hidden="true" />}
        disabledReason={disabledReason}
        onClick={playing ? pause : play}
      />
      <Select
        aria-label="Speed"
        size="small"
        className="w-36"
        value={String(speed)}
        options={choices}
        onChange={({ target }) => {
          const chosen = speeds.find((one) => String(one) === target.value);
          if (chosen) onSpeed(chosen);
        }}
      />
    </>
  );
}

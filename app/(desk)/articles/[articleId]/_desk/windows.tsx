'use client';

import { QuoteDialog } from './article/quote-dialog';
import { HelpDialog } from './keys/help-dialog';
import { Palette } from './keys/palette';
import { AllMarks } from './list/all-marks';
import { RepeatWindow } from './list/repeat-window';
import { StoryWindow } from './list/story-window';
import { RailDrawer } from './rail/rail-drawer';
import { UnsavedDialog } from './unsaved/unsaved-dialog';

/** The desk's windows, fetched together once somebody is at work. */
export default function Windows() {
  return (
    <>
      <AllMarks />
      <QuoteDialog />
      <RepeatWindow />
      <StoryWindow />
      <Palette />
      <HelpDialog />
      <UnsavedDialog />
      <RailDrawer />
    </>
  );
}

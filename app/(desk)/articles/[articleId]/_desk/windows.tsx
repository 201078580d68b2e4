'use client';

import { QuoteDialog } from './article/quote-dialog';
import { UnsavedDialog } from './bar/unsaved-dialog';
import { HelpDialog } from './keys/help-dialog';
import { Palette } from './keys/palette';
import { AllMarks } from './list/all-marks';
import { RailDrawer } from './rail/rail-drawer';

/** The desk's windows, fetched together once somebody is at work. */
export default function Windows() {
  return (
    <>
      <AllMarks />
      <QuoteDialog />
      <Palette />
      <HelpDialog />
      <UnsavedDialog />
      <RailDrawer />
    </>
  );
}

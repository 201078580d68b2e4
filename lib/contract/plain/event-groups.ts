/** What of the history is asked for, in words people use. */
export const EVENT_GROUPS = ['marks', 'decisions', 'evidence', 'reports', 'article', 'project'] as const;
export type EventGroup = (typeof EVENT_GROUPS)[number];

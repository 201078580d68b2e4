// What Next would put into next-env.d.ts, which changes with the folder it builds into and so is not part of the project.
/// <reference types="next" />
/// <reference types="next/image-types/global" />

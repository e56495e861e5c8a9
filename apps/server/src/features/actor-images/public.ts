// What higher slices may use of avatars and banners.
export { removeActorImages, removeFilesOfActors, replaceActorImages } from './replace-actor-images.ts'

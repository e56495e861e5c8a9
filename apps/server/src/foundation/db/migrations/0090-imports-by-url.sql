-- Whether an address was imported before. By hash: an address may be longer than an entry of a sorted index.
CREATE INDEX "sepiola_video_import_target_url" ON public."videoImport" USING hash ("targetUrl");

CREATE TABLE "import_idle_rows" (
	"stream_id" uuid NOT NULL,
	"operation_id" uuid NOT NULL,
	"import_id" uuid NOT NULL,
	CONSTRAINT "import_idle_rows_stream_id_operation_id_pk" PRIMARY KEY("stream_id","operation_id")
);

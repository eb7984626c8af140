-- Each service owns its database; the registry keeps its schemas in a third.
create database ingest;
create database publish;
create database registry;

# syntax=docker/dockerfile:1
ARG PYTHON=3.13

FROM python:${PYTHON}-slim AS packages
COPY requirements/base.txt /tmp/base.txt
# Wheels only: a compiler in the build would mean code that the lock file's hashes do not name.
RUN python -m venv /opt/venv \
 && /opt/venv/bin/pip install --no-cache-dir --disable-pip-version-check \
      --require-hashes --only-binary :all: -r /tmp/base.txt

FROM python:${PYTHON}-slim
# A fixed number, so that a volume or a Kubernetes securityContext can name it.
RUN groupadd --system --gid 10001 app \
 && useradd --system --uid 10001 --gid app --home-dir /srv --no-create-home --shell /usr/sbin/nologin app \
 && install -d -o app -g app -m 0700 /srv/.data
WORKDIR /srv
COPY --from=packages /opt/venv /opt/venv
COPY alembic.ini ./
COPY alembic alembic
COPY openapi openapi
COPY app app
ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1 \
    APP_DATA_DIR=/srv/.data \
    APP_PORT=8000
USER 10001:10001
EXPOSE 8000
STOPSIGNAL SIGTERM
# Ready, not only alive: the database answers and its schema is the one this image was made for.
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
  CMD ["python", "-c", "import os, urllib.request as u; u.urlopen(f'http://127.0.0.1:{os.environ[\"APP_PORT\"]}/health/ready', timeout=4)"]
CMD ["python", "-m", "app", "serve", "--host", "0.0.0.0"]
